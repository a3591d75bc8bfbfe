package org.lacuna.app.flag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacuna.app.flag.engine.Analysis;
import org.lacuna.app.flag.engine.Annotator;
import org.lacuna.app.flag.engine.Flagger;
import org.lacuna.app.flag.engine.Reading;
import org.lacuna.app.lexicon.Lexicon;
import org.lacuna.schema.Change;
import org.lacuna.schema.ChangeStatus;
import org.lacuna.schema.DeadLetter;
import org.lacuna.schema.Finding;
import org.lacuna.schema.FindingClass;
import org.lacuna.schema.TopicMatch;
import org.lacuna.schema.Witness;
import org.lacuna.schema.WitnessState;
import org.lacuna.topics.Ids;
import org.lacuna.topics.Topics;

class FlagTopologyTest {

    private static final Change LOSS = Changes.removed("c1", "My aunt kept a photograph of the June Fourth victims.");

    @TempDir
    Path state = Path.of("");

    private TopologyTestDriver driver;
    private TestInputTopic<String, Change> changes;
    private TestOutputTopic<String, Finding> findings;
    private TestOutputTopic<String, DeadLetter> deadLetters;
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @BeforeEach
    void start() {
        start(Annotator.none());
    }

    private void start(Annotator annotator) {
        var config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "lacuna.flag");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nobody:1");
        config.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        driver = new TopologyTestDriver(FlagTopology.build(new Flagger(Lexicon.shipped(), annotator)), config);
        changes = driver.createInputTopic(
                Topics.CHANGES.name(),
                Topics.CHANGES.keys().serializer(),
                Topics.CHANGES.values().serializer());
        findings = driver.createOutputTopic(
                Topics.FINDINGS.name(),
                Topics.FINDINGS.keys().deserializer(),
                Topics.FINDINGS.values().deserializer());
        deadLetters = driver.createOutputTopic(
                Topics.DEAD_LETTERS.name(),
                Topics.DEAD_LETTERS.keys().deserializer(),
                Topics.DEAD_LETTERS.values().deserializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void theTopologyIsTheOneThatWasPlanned() throws IOException {
        try (var golden = FlagTopologyTest.class.getResourceAsStream("/topologies/flag.txt")) {
            assertThat(FlagTopology.build(new Flagger(Lexicon.shipped(), Annotator.none()))
                            .describe()
                            .toString()
                            .strip())
                    .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8).strip());
        }
    }

    @Test
    void aChangeThatTouchesATopicBecomesAFindingUnderItsWork() {
        // When
        send(LOSS);

        // Then
        var record = findings.readRecord();
        assertThat(record.key()).isEqualTo("w");
        assertThat(record.value().getId()).isEqualTo(Ids.of("c1"));
        assertThat(record.value().getChange()).isEqualTo(LOSS);
        assertThat(record.value().getFindingClass()).isEqualTo(FindingClass.P);
        assertThat(record.value().getTopics()).extracting(TopicMatch::getId).containsExactly("tiananmen-1989");
        assertThat(record.value().getFoundAt()).isEqualTo(now);
        assertThat(record.value().getWithdrawn()).isFalse();
        assertThat(record.value().getRuleSet()).contains("lexicon-");
    }

    @Test
    void anOrdinaryChangeIsNoFinding() {
        // When
        send(Changes.removed("c2", "Pass me the salt."));

        // Then
        assertThat(findings.isEmpty()).isTrue();
    }

    @Test
    void aChangeSeenAgainAlikeSaysNothingNew() {
        // Given
        send(LOSS);
        findings.readValue();

        // When
        send(Change.newBuilder(LOSS)
                .setLastConfirmed(Instant.parse("2026-02-01T00:00:00Z"))
                .setTargetSnapshot("a later snapshot")
                .build());

        // Then
        assertThat(findings.isEmpty()).isTrue();
    }

    @Test
    void controlsThatComeLaterRaiseTheSameFindingAndKeepItsTime() {
        // Given
        send(LOSS);
        var first = findings.readValue();

        // When
        send(Change.newBuilder(LOSS)
                .setWitnesses(List.of(
                        new Witness("w/tw", "TW", WitnessState.PRESENT),
                        new Witness("w/us", "US", WitnessState.PRESENT)))
                .build());

        // Then
        var second = findings.readValue();
        assertThat(first.getLevel()).isEqualTo(1);
        assertThat(second.getLevel()).isEqualTo(3);
        assertThat(second.getId()).isEqualTo(first.getId());
        assertThat(second.getFoundAt()).isEqualTo(first.getFoundAt());
    }

    @Test
    void aReadingThatNoLongerHoldsIsWithdrawnOnceAndMayComeBack() {
        // Given
        send(LOSS);
        var first = findings.readValue();
        var ordinary = Change.newBuilder(LOSS)
                .setBaseline(Changes.place("My aunt kept a photograph."))
                .build();

        // When
        send(ordinary);
        send(ordinary);

        // Then
        var withdrawn = findings.readValuesToList();
        assertThat(withdrawn).hasSize(1);
        assertThat(withdrawn.getFirst().getWithdrawn()).isTrue();
        assertThat(withdrawn.getFirst().getTopics()).isEqualTo(first.getTopics());

        // When
        send(LOSS);

        // Then
        assertThat(findings.readValue()).isEqualTo(first);
    }

    @Test
    void aClosedChangeClosesItsFindingOnceAndDoesNotWithdrawIt() {
        // Given
        send(LOSS);
        var first = findings.readValue();
        var closed = Change.newBuilder(LOSS).setStatus(ChangeStatus.CLOSED).build();

        // When
        send(closed);
        send(closed);

        // Then
        var again = findings.readValuesToList();
        assertThat(again).hasSize(1);
        assertThat(again.getFirst())
                .isEqualTo(Finding.newBuilder(first).setChange(closed).build());
    }

    @Test
    void aClosedChangeThatNeverWasAFindingIsNone() {
        // When
        send(Change.newBuilder(LOSS).setStatus(ChangeStatus.CLOSED).build());

        // Then
        assertThat(findings.isEmpty()).isTrue();
    }

    @Test
    void aFindingReadWithoutTheModelsSaysSo() {
        // Given
        stop();
        start((text, language) -> new Analysis.Degraded("not enough memory"));

        // When
        send(LOSS);

        // Then
        assertThat(findings.readValue().getEvidence())
                .filteredOn(e -> e.getFeature().equals(Reading.LANGUAGE_MODEL))
                .singleElement()
                .matches(e -> e.getSays().equals("Degraded: not enough memory."));
    }

    @Test
    void aRecordWithoutAValueBecomesADeadLetterAndTheNextOneFlows() {
        // When
        changes.pipeInput("c1", (Change) null, now);
        send(LOSS);

        // Then
        var letter = deadLetters.readRecord();
        assertThat(letter.key()).isEqualTo("lacuna.changes.v1/0/0");
        assertThat(letter.value().getId()).isEqualTo(letter.key());
        assertThat(letter.value().getStage()).isEqualTo("flag");
        assertThat(letter.value().getReason()).isEqualTo("the record has no value");
        assertThat(deadLetters.isEmpty()).isTrue();
        assertThat(findings.readValuesToList()).hasSize(1);
    }

    private void send(Change change) {
        now = now.plus(Duration.ofDays(1));
        changes.pipeInput(change.getId(), change, now);
    }
}
