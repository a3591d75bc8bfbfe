package org.lacuna.app.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacuna.schema.Availability;
import org.lacuna.schema.Change;
import org.lacuna.schema.ChangeKind;
import org.lacuna.schema.ChangeStatus;
import org.lacuna.schema.Comparison;
import org.lacuna.schema.ComparisonKind;
import org.lacuna.schema.DeadLetter;
import org.lacuna.schema.Medium;
import org.lacuna.schema.Passage;
import org.lacuna.schema.PassageKind;
import org.lacuna.schema.Release;
import org.lacuna.schema.SectionPart;
import org.lacuna.schema.SectionRef;
import org.lacuna.schema.Snapshot;
import org.lacuna.schema.SnapshotRecord;
import org.lacuna.schema.Witness;
import org.lacuna.schema.WitnessState;
import org.lacuna.topics.Topics;

class CompareTopologyTest {

    private static final List<String> WHOLE = List.of(
            "The ferry left before the bells had stopped.",
            "Nobody on the quay waved to the last passengers.",
            "In the square the students read their letter aloud until morning.",
            "Mara counted the lamps along the northern wall.",
            "Her brother had promised to write every week.",
            "The snow came early that year and stayed.");

    private static final List<String> WITHOUT_LETTER =
            WHOLE.stream().filter(s -> !s.contains("letter aloud")).toList();

    @TempDir
    Path state = Path.of("");

    private TopologyTestDriver driver;
    private TestInputTopic<String, SnapshotRecord> snapshots;
    private TestOutputTopic<String, Change> changes;
    private TestOutputTopic<String, Comparison> comparisons;
    private TestOutputTopic<String, DeadLetter> deadLetters;
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @BeforeEach
    void start() {
        start(MarketPlan.CHINA);
    }

    private void start(MarketPlan plan) {
        var config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "lacuna.compare");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nobody:1");
        config.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        driver = new TopologyTestDriver(CompareTopology.build(plan), config);
        snapshots = driver.createInputTopic(
                Topics.SNAPSHOTS.name(),
                Topics.SNAPSHOTS.keys().serializer(),
                Topics.SNAPSHOTS.values().serializer());
        changes = driver.createOutputTopic(
                Topics.CHANGES.name(),
                Topics.CHANGES.keys().deserializer(),
                Topics.CHANGES.values().deserializer());
        comparisons = driver.createOutputTopic(
                Topics.COMPARISONS.name(),
                Topics.COMPARISONS.keys().deserializer(),
                Topics.COMPARISONS.values().deserializer());
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
        try (var golden = CompareTopologyTest.class.getResourceAsStream("/topologies/compare.txt")) {
            assertThat(CompareTopology.build(MarketPlan.CHINA)
                            .describe()
                            .toString()
                            .strip())
                    .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8).strip());
        }
    }

    @Test
    void aPassageMissingInChinaIsFoundWithItsWitnesses() {
        // Given
        send("GLOBAL", "en", WHOLE);
        send("GB", "en", WHOLE);

        // When
        send("CN", "en", WITHOUT_LETTER);

        // Then
        var found = changes.readValuesToList();
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().getKind()).isEqualTo(ChangeKind.REMOVED);
        assertThat(found.getFirst().getBaseline().orElseThrow().getText()).isEqualTo(WHOLE.get(2));
        assertThat(found.getFirst().getWitnesses())
                .extracting(Witness::getMarket, Witness::getState)
                .containsExactlyInAnyOrder(
                        tuple("GLOBAL", WitnessState.PRESENT),
                        tuple("CN", WitnessState.MISSING),
                        tuple("GB", WitnessState.PRESENT));
        assertThat(comparisons.readValuesToList()).hasSize(1);
    }

    @Test
    void theSameSnapshotAgainGivesNothingNew() {
        // Given
        send("GLOBAL", "en", WHOLE);
        send("CN", "en", WITHOUT_LETTER);
        changes.readValuesToList();
        comparisons.readValuesToList();

        // When
        send("CN", "en", WITHOUT_LETTER);

        // Then
        assertThat(changes.isEmpty()).isTrue();
        assertThat(comparisons.isEmpty()).isTrue();
    }

    @Test
    void aControlThatComesLaterIsAddedToTheWitnessesOfTheSameChange() {
        // Given
        send("GLOBAL", "en", WHOLE);
        send("CN", "en", WITHOUT_LETTER);
        var first = changes.readValue();

        // When
        send("GB", "en", WITHOUT_LETTER);

        // Then
        var again = changes.readValuesToList();
        assertThat(again).extracting(Change::getId).containsExactly(first.getId());
        assertThat(again.getFirst().getWitnesses())
                .extracting(Witness::getMarket, Witness::getState)
                .contains(tuple("GB", WitnessState.MISSING));
        assertThat(again.getFirst().getFirstSeen()).isEqualTo(first.getFirstSeen());
    }

    @Test
    void aPassageThatStandsAgainIsRestoredAndItsChangeClosed() {
        // Given
        send("GLOBAL", "en", WHOLE);
        send("CN", "en", WITHOUT_LETTER);
        var loss = changes.readValue();

        // When
        send("CN", "en", WHOLE);

        // Then
        assertThat(changes.readValuesToList())
                .extracting(
                        Change::getKind, Change::getStatus, c -> c.getRestores().orElse(""))
                .containsExactlyInAnyOrder(
                        tuple(ChangeKind.REMOVED, ChangeStatus.CLOSED, ""),
                        tuple(ChangeKind.RESTORED, ChangeStatus.OPEN, loss.getId()));
    }

    @Test
    void anEditThatReachesTheGlobalReleaseLaterIsLinkedToTheOneInChina() {
        // Given
        send("GLOBAL", "en", WHOLE);
        send("CN", "en", WITHOUT_LETTER);
        var inChina = changes.readValue();

        // When
        send("GLOBAL", "en", WITHOUT_LETTER);

        // Then
        var overTime = changes.readValuesToList().stream()
                .filter(c -> c.getComparison() == ComparisonKind.MOMENTS)
                .toList();
        assertThat(overTime).extracting(Change::getKind).containsExactly(ChangeKind.REMOVED);
        assertThat(overTime.getFirst().getSpreadFrom()).contains(inChina.getId());
        assertThat(overTime.getFirst().getSpreadAfterMillis())
                .contains(Duration.ofDays(1).toMillis());
    }

    @Test
    void aChangeIsProvisionalUntilItWasSeenOftenAndLongEnough() {
        // Given
        driver.close();
        var china = MarketPlan.CHINA;
        start(new MarketPlan(china.targets(), china.baselines(), new MarketPlan.Confirmation(3, Duration.ofDays(2))));
        send("GLOBAL", "en", WHOLE);
        send("CN", "en", WITHOUT_LETTER);
        var first = changes.readValuesToList();

        // When
        send("GB", "en", WHOLE);
        var beside = withId(first.getFirst());
        send("CN", "en", with(WITHOUT_LETTER, "The harbour froze."));
        var second = withId(first.getFirst());
        send("CN", "en", with(WITHOUT_LETTER, "The harbour froze over."));
        var third = withId(first.getFirst());

        // Then
        assertThat(first).extracting(Change::getStatus).containsExactly(ChangeStatus.PROVISIONAL);
        assertThat(beside).as("another release says nothing of these two").allMatch(c -> c.getTimesSeen() == 1);
        assertThat(second).allMatch(c -> c.getStatus() == ChangeStatus.PROVISIONAL);
        assertThat(third).extracting(Change::getStatus).containsExactly(ChangeStatus.OPEN);
        assertThat(third.getFirst().getTimesSeen()).isEqualTo(3);
        assertThat(third.getFirst().getFirstSeen()).isEqualTo(first.getFirst().getFirstSeen());
    }

    private static List<String> with(List<String> text, String more) {
        return Stream.concat(text.stream(), Stream.of(more)).toList();
    }

    private List<Change> withId(Change change) {
        return changes.readValuesToList().stream()
                .filter(c -> c.getId().equals(change.getId()))
                .toList();
    }

    @Test
    void aProvisionalChangeThatIsNotSeenAgainIsClosed() {
        // Given
        driver.close();
        var china = MarketPlan.CHINA;
        start(new MarketPlan(china.targets(), china.baselines(), new MarketPlan.Confirmation(2, Duration.ZERO)));
        send("GLOBAL", "en", WHOLE);
        send("CN", "en", WITHOUT_LETTER);
        var first = changes.readValuesToList();

        // When
        send("CN", "en", WHOLE);

        // Then
        assertThat(first).extracting(Change::getStatus).containsExactly(ChangeStatus.PROVISIONAL);
        assertThat(changes.readValuesToList())
                .filteredOn(change -> change.getId().equals(first.getFirst().getId()))
                .extracting(Change::getStatus)
                .containsExactly(ChangeStatus.CLOSED);
    }

    @Test
    void anEntryThatIsAlteredInTheGlobalReleaseLaterIsLinkedToTheOneInChina() {
        // Given
        sendTable("GLOBAL", "Chart of the nine-dash line");
        sendTable("CN", "Chart of the local waters");
        var inChina = changes.readValue();

        // When
        sendTable("GLOBAL", "Chart of the local waters");

        // Then
        var overTime = changes.readValuesToList().stream()
                .filter(c -> c.getComparison() == ComparisonKind.MOMENTS)
                .toList();
        assertThat(overTime).extracting(Change::getKind).containsExactly(ChangeKind.ALTERED);
        assertThat(overTime.getFirst().getSpreadFrom()).contains(inChina.getId());
        assertThat(overTime.getFirst().getSpreadAfterMillis())
                .contains(Duration.ofDays(1).toMillis());
    }

    @Test
    void aReleaseThatIsNotOfferedInChinaIsWithheld() {
        // Given
        send("GLOBAL", "en", WHOLE);

        // When
        send("CN", "en", List.of());

        // Then
        assertThat(changes.readValuesToList()).extracting(Change::getKind).containsExactly(ChangeKind.WITHHELD);
    }

    @Test
    void traditionalAgainstSimplifiedIsNoChange() {
        send("TW", "zh-Hant", List.of("渡輪在鐘聲停止前離開了。", "廣場上的學生整夜朗讀他們的信。"));
        send("CN", "zh-Hans", List.of("渡轮在钟声停止前离开了。", "广场上的学生整夜朗读他们的信。"));

        assertThat(changes.isEmpty()).isTrue();
    }

    @Test
    void replayingEverythingGivesTheSameIds() {
        // Given
        send("GLOBAL", "en", WHOLE);
        send("CN", "en", WITHOUT_LETTER);
        var once = changes.readKeyValuesToMap();
        stop();

        // When
        state = state.resolve("again");
        now = Instant.parse("2026-01-01T00:00:00Z");
        start();
        send("GLOBAL", "en", WHOLE);
        send("CN", "en", WITHOUT_LETTER);

        // Then
        assertThat(changes.readKeyValuesToMap()).isEqualTo(once);
    }

    @Test
    void aRecordWithoutAValueBecomesADeadLetterAndTheNextOneFlows() {
        // Given
        send("GLOBAL", "en", WHOLE);

        // When
        snapshots.pipeInput("w", (SnapshotRecord) null, now);
        send("CN", "en", WITHOUT_LETTER);

        // Then
        var letter = deadLetters.readRecord();
        assertThat(letter.key()).isEqualTo("lacuna.snapshots.v1/0/2");
        assertThat(letter.value().getId()).isEqualTo(letter.key());
        assertThat(letter.value().getStage()).isEqualTo("compare");
        assertThat(letter.value().getReason()).isEqualTo("the record has no value");
        assertThat(letter.value().getValue()).isEmpty();
        assertThat(deadLetters.isEmpty()).isTrue();
        assertThat(changes.readValuesToList()).hasSize(1);
    }

    @Test
    void aSnapshotWhosePartNeverArrivedBecomesADeadLetterAndItsWorkIsStillRead() {
        // Given
        send("GLOBAL", "en", WHOLE);

        // When
        snapshots.pipeInput("w", new SnapshotRecord(snapshot("CN", "en", "lost", 2)), now);
        send("CN", "en", WITHOUT_LETTER);

        // Then
        var letter = deadLetters.readValue();
        assertThat(letter.getReason())
                .isEqualTo("part 0 of section lost of w never arrived, so that the snapshot cannot be read");
        assertThat(Topics.SNAPSHOTS
                        .values()
                        .deserializer()
                        .deserialize("", bytes(letter.getValue().orElseThrow()))
                        .getBody())
                .isInstanceOf(Snapshot.class);
        assertThat(changes.readValuesToList()).extracting(Change::getKind).containsExactly(ChangeKind.REMOVED);
    }

    private static byte[] bytes(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private void send(String market, String language, List<String> text) {
        var passages = text.stream()
                .map(t -> new Passage(PassageKind.PROSE, t, null, null, null))
                .toList();
        sendPassages(market, language, passages);
    }

    private void sendTable(String market, String chart) {
        var passages = List.of(
                new Passage(PassageKind.ENTRY, "Oak plank", "item.plank", null, null),
                new Passage(PassageKind.ENTRY, chart, "item.chart", null, null));
        sendPassages(market, "en", passages);
    }

    private void sendPassages(String market, String language, List<Passage> passages) {
        now = now.plus(Duration.ofDays(1));
        var hash = "hash of " + passages;
        if (!passages.isEmpty()) {
            snapshots.pipeInput("w", new SnapshotRecord(new SectionPart("w", hash, 0, 1, passages)), now);
        }
        snapshots.pipeInput("w", new SnapshotRecord(snapshot(market, language, hash, passages.size())), now);
    }

    private Snapshot snapshot(String market, String language, String hash, int passages) {
        var release = new Release(
                "w/" + market + "/" + language, "w", "The Northern Wall", Medium.BOOK, market, language, "");
        return new Snapshot(
                market + hash,
                release,
                "source",
                "http://books.example/w",
                now,
                passages == 0 ? Availability.ABSENT : Availability.LISTED,
                passages == 0 ? List.of() : List.of(new SectionRef(hash, "", passages, 1)),
                List.of());
    }
}
