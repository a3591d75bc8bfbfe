package org.lacuna.app.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacuna.schema.Alert;
import org.lacuna.schema.Change;
import org.lacuna.schema.ChangeStatus;
import org.lacuna.schema.Finding;
import org.lacuna.schema.Medium;
import org.lacuna.schema.Subscription;
import org.lacuna.topics.Ids;
import org.lacuna.topics.Topic;
import org.lacuna.topics.Topics;

class AlertTopologyTest {

    @TempDir
    Path state = Path.of("");

    private TopologyTestDriver driver;
    private TestInputTopic<String, Finding> findings;
    private TestInputTopic<String, Subscription> subscriptions;
    private TestOutputTopic<String, Alert> alerts;
    private Instant now;

    @BeforeEach
    void start() {
        var config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "lacuna.alert");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nobody:1");
        config.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        driver = new TopologyTestDriver(AlertTopology.build(), config);
        findings = input(Topics.FINDINGS);
        subscriptions = input(Topics.SUBSCRIPTIONS);
        alerts = driver.createOutputTopic(
                Topics.ALERTS.name(),
                Topics.ALERTS.keys().deserializer(),
                Topics.ALERTS.values().deserializer());
        now = Instant.parse("2026-01-01T00:00:00Z");
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void theTopologyIsTheOneThatWasPlanned() throws IOException {
        try (var golden = AlertTopologyTest.class.getResourceAsStream("/topologies/alert.txt")) {
            assertThat(AlertTopology.build().describe().toString().strip())
                    .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8).strip());
        }
    }

    @Test
    void aFindingRaisesOneAlertForEachSubscriptionThatWantsIt() {
        // Given
        say(subscription("a"));
        say(subscription("b"));
        say(subscription("high", s -> s.setMinLevel(4)));

        // When
        find(Findings.of("f"));

        // Then
        var raised = alerts.readRecordsToList();
        assertThat(raised).extracting(r -> r.value().getSubscription().getId()).containsExactly("a", "b");
        assertThat(raised).extracting(r -> r.key()).containsExactly(Ids.of("f", "a"), Ids.of("f", "b"));
        assertThat(raised)
                .allSatisfy(
                        r -> assertThat(r.value().getRaisedAt()).isEqualTo(now).isEqualTo(r.getRecordTime()));
    }

    @Test
    void aFindingThatComesAgainRaisesNoneAgain() {
        // Given
        say(subscription("a"));
        find(Findings.of("f"));
        alerts.readValue();

        // When
        find(Findings.of("f"));
        find(changed(f -> f.setLevel(5)));
        say(subscription("a", s -> s.setMinLevel(2)));
        find(Findings.of("f"));

        // Then
        assertThat(alerts.isEmpty()).isTrue();
    }

    @Test
    void aFindingThatOnlyLaterReachesTheLeastLevelIsRaisedThen() {
        // Given
        say(subscription("a", s -> s.setMinLevel(4)));
        find(Findings.of("f"));
        assertThat(alerts.isEmpty()).isTrue();

        // When
        find(changed(f -> f.setLevel(4)));

        // Then
        assertThat(alerts.readValuesToList())
                .extracting(a -> a.getFinding().getLevel())
                .containsExactly(4);
    }

    @Test
    void neitherAWithdrawnFindingNorAClosedChangeRaisesAny() {
        // Given
        say(subscription("a"));

        // When
        findings.pipeInput("work", null, tick());
        find(changed(f -> f.setWithdrawn(true)));
        find(changed(f -> f.setChange(
                Change.newBuilder(f.getChange()).setStatus(ChangeStatus.CLOSED).build())));

        // Then
        assertThat(alerts.isEmpty()).isTrue();
    }

    @Test
    void aSubscriptionThatEndedOrWasTakenAwayHearsNothing() {
        // Given
        say(subscription("ended"));
        say(subscription("ended", s -> s.setActive(false)));
        say(subscription("away"));
        subscriptions.pipeInput("away", null, tick());

        // When
        find(Findings.of("f"));

        // Then
        assertThat(alerts.isEmpty()).isTrue();
    }

    @Test
    void aNewSubscriptionHearsOnlyOfWhatComesAfterIt() {
        // Given
        find(Findings.of("old"));
        say(subscription("a"));

        // When
        find(Findings.of("new"));

        // Then
        assertThat(alerts.readValuesToList())
                .extracting(a -> a.getFinding().getId())
                .containsExactly("new");
    }

    @Test
    void aFindingOlderThanTheSubscriptionRaisesNoneEvenWhenItArrivesAfterIt() {
        // Given
        var before = tick();
        say(subscription("a"));

        // When
        findings.pipeInput("work", Findings.of("f"), before);

        // Then
        assertThat(alerts.isEmpty()).isTrue();
    }

    @Test
    void aSubscriptionHearsOnlyOfItsTopicsMediaAndMarkets() {
        // Given
        say(subscription("all three", s -> {
            s.setTopics(List.of("taiwan", "student-protest"));
            s.setMedia(List.of(Medium.FILM));
            s.setMarkets(List.of("CN", "HK"));
        }));
        say(subscription("other topic", s -> s.setTopics(List.of("taiwan"))));
        say(subscription("other medium", s -> s.setMedia(List.of(Medium.BOOK, Medium.GAME))));
        say(subscription("other market", s -> s.setMarkets(List.of("HK"))));

        // When
        find(Findings.of("f"));

        // Then
        assertThat(alerts.readValuesToList())
                .extracting(a -> a.getSubscription().getId())
                .containsExactly("all three");
    }

    @Test
    void replayingEverythingGivesTheSameAlerts() {
        // Given
        say(subscription("a"));
        find(Findings.of("f"));
        var once = alerts.readKeyValuesToMap();
        stop();

        // When
        state = state.resolve("again");
        start();
        say(subscription("a"));
        find(Findings.of("f"));

        // Then
        assertThat(alerts.readKeyValuesToMap()).isEqualTo(once).hasSize(1);
    }

    private Instant tick() {
        now = now.plus(Duration.ofMinutes(1));
        return now;
    }

    private void say(Subscription subscription) {
        subscriptions.pipeInput(subscription.getId(), subscription, tick());
    }

    private void find(Finding finding) {
        findings.pipeInput(finding.getChange().getWork(), finding, tick());
    }

    private static Subscription subscription(String id) {
        return new Subscription(id, id + "@reader.example", List.of(), List.of(), List.of(), 3, true);
    }

    private static Subscription subscription(String id, Consumer<Subscription.Builder> otherwise) {
        var builder = Subscription.newBuilder(subscription(id));
        otherwise.accept(builder);
        return builder.build();
    }

    private static Finding changed(Consumer<Finding.Builder> otherwise) {
        var builder = Finding.newBuilder(Findings.of("f"));
        otherwise.accept(builder);
        return builder.build();
    }

    private <V extends SpecificRecord> TestInputTopic<String, V> input(Topic<V> topic) {
        return driver.createInputTopic(
                topic.name(), topic.keys().serializer(), topic.values().serializer());
    }
}
