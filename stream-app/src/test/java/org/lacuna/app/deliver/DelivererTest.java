package org.lacuna.app.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacuna.app.TestCluster;
import org.lacuna.app.deliver.MailSettings.Security;
import org.lacuna.app.demo.MailSink;
import org.lacuna.schema.Alert;
import org.lacuna.schema.Delivery;
import org.lacuna.schema.DeliveryState;
import org.lacuna.topics.Topics;

/** Against a real broker and a real SMTP server on a real socket. */
class DelivererTest {

    @TempDir
    Path folder = Path.of("");

    private TestCluster cluster;

    @BeforeEach
    void start() throws Exception {
        cluster = TestCluster.start(folder);
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void eachAlertIsOneMailOverARestartAndEvenWhenTheGroupIsForgotten() throws Exception {
        // Given
        try (var sink = sink(0)) {
            raise("a1");
            raise("a2");
            deliver(sink, 2);

            // When
            raise("a3");
            deliver(sink, 3);
            forgetTheGroup();
            raise("a4");
            deliver(sink, 4);

            // Then
            assertThat(cluster.read(Topics.DELIVERIES, 4))
                    .extracting(Delivery::getAlert)
                    .containsExactly("a1", "a2", "a3", "a4");
            assertThat(cluster.read(Topics.DELIVERIES, 4))
                    .allSatisfy(d -> assertThat(d.getState()).isEqualTo(DeliveryState.DELIVERED));
            assertThat(names(sink))
                    .containsExactly(
                            "a1@lacuna.example.eml",
                            "a2@lacuna.example.eml",
                            "a3@lacuna.example.eml",
                            "a4@lacuna.example.eml");
            assertThat(sink.received()).isEqualTo(4);
        }
    }

    @Test
    void whileTheServerIsDownAlertsWaitAndThenComeInOrder() throws Exception {
        // Given
        int port = TestCluster.freePorts().clients();
        raise("a1");
        raise("a2");
        try (var deliverer = deliverer(port)) {
            await(() -> deliverer.fault().isPresent());
            assertThat(deliverer.fault().orElseThrow()).contains("127.0.0.1:" + port);
            assertThat(deliverer.isRunning()).isTrue();

            // When
            try (var sink = sink(port)) {

                // Then
                var deliveries = cluster.read(Topics.DELIVERIES, 2);
                assertThat(deliveries).extracting(Delivery::getAlert).containsExactly("a1", "a2");
                assertThat(deliveries.getFirst().getAttempts()).isGreaterThan(1);
                assertThat(names(sink)).containsExactly("a1@lacuna.example.eml", "a2@lacuna.example.eml");
                await(() -> deliverer.fault().isEmpty());
            }
        }
    }

    @Test
    void aServerThatSaysLaterIsAskedAgainAndOneThatSaysNoMakesItRefused() throws Exception {
        // Given
        var answers = Map.of("later@reader.example", 451, "gone@reader.example", 550);
        try (var server = PickyServer.start(answers)) {
            raise(Alerts.of("a1", "gone@reader.example"));
            raise(Alerts.of("a2", "later@reader.example"));
            raise(Alerts.of("a3", "one@reader.example\r\nBcc: two@reader.example"));
            raise(Alerts.of("a4", "reader@reader.example"));

            // When
            try (var deliverer = deliverer(server.port())) {
                await(() -> deliverer.fault().filter(f -> f.contains("451")).isPresent());
                server.accept("later@reader.example");

                // Then
                var deliveries = cluster.read(Topics.DELIVERIES, 4);
                assertThat(deliveries)
                        .extracting(Delivery::getState)
                        .containsExactly(
                                DeliveryState.REFUSED,
                                DeliveryState.DELIVERED,
                                DeliveryState.REFUSED,
                                DeliveryState.DELIVERED);
                assertThat(deliveries.getFirst().getDetail())
                        .contains("550")
                        .contains("(address)")
                        .doesNotContain("gone@");
                assertThat(server.recipients()).containsExactly("later@reader.example", "reader@reader.example");
            }
        }
    }

    @Test
    void aRecordThatCannotBeReadBecomesADeadLetterAndTheNextOneFlows() throws Exception {
        // Given
        cluster.sendRaw(Topics.ALERTS, "x", new byte[] {9, 9, 9});
        raise("a1");

        // When
        try (var sink = sink(0);
                var deliverer = deliverer(sink.port())) {

            // Then
            assertThat(cluster.read(Topics.DELIVERIES, 1)).hasSize(1);
            var letter = cluster.read(Topics.DEAD_LETTERS, 1).getFirst();
            assertThat(letter.getStage()).isEqualTo("deliver");
            assertThat(letter.getReason()).isNotBlank();
            assertThat(deliverer.isRunning()).isTrue();
        }
    }

    @Test
    void whereStartTlsIsNotOfferedNothingIsSentAndTheFaultSaysWhy() throws Exception {
        // Given
        raise("a1");

        // When
        try (var sink = sink(0);
                var deliverer = deliverer(sink.port(), Security.STARTTLS)) {
            await(() -> deliverer.fault().isPresent());

            // Then
            assertThat(deliverer.fault().orElseThrow()).contains("STARTTLS");
            assertThat(sink.received()).isZero();
            assertThat(deliverer.isRunning()).isTrue();
        }
    }

    private MailSink sink(int port) throws Exception {
        return MailSink.start(folder.resolve("mail"), port);
    }

    /** Runs until there are so many deliveries. */
    private void deliver(MailSink sink, int deliveries) {
        try (var deliverer = deliverer(sink.port())) {
            assertThat(cluster.read(Topics.DELIVERIES, deliveries)).hasSize(deliveries);
            assertThat(deliverer.fault()).isEmpty();
        }
    }

    private Deliverer deliverer(int port) {
        return deliverer(port, Security.NONE);
    }

    private Deliverer deliverer(int port, Security security) {
        var mail = new MailSettings("127.0.0.1", port, "Lacuna <lacuna@lacuna.example>", security, Optional.empty());
        return Deliverer.start(cluster.client(), mail, URI.create("https://lacuna.example/pages/"), Clock.systemUTC());
    }

    private void raise(String id) throws Exception {
        raise(Alerts.of(id, "reader@reader.example"));
    }

    private void raise(Alert alert) throws Exception {
        cluster.send(Topics.ALERTS, alert.getId(), alert);
    }

    private void forgetTheGroup() throws Exception {
        try (var admin = Admin.create(cluster.client())) {
            admin.deleteConsumerGroups(List.of("lacuna.deliver")).all().get();
        }
    }

    private static List<String> names(MailSink sink) {
        return sink.mails().stream().map(p -> p.getFileName().toString()).toList();
    }

    /** Waits at most a minute. */
    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int n = 0; n < 1200 && !condition.getAsBoolean(); n++) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
