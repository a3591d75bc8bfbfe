package org.lacuna.app.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacuna.app.TestCluster;
import org.lacuna.app.runtime.Stage;
import org.lacuna.schema.Alert;
import org.lacuna.schema.Subscription;
import org.lacuna.topics.Ids;
import org.lacuna.topics.Topics;

/** The stage on a real broker. */
class AlertStageTest {

    @TempDir
    Path folder = Path.of("");

    private TestCluster cluster;
    private Map<String, Object> client;

    @BeforeEach
    void start() throws Exception {
        cluster = TestCluster.start(folder);
        client = cluster.client();
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void aPairIsRaisedOnceEvenWhenTheStateIsLostAndAnUnreadableFindingStopsNothing() throws Exception {
        // Given
        var subscription = new Subscription("s", "reader@reader.example", List.of(), List.of(), List.of(), 3, true);
        cluster.send(Topics.SUBSCRIPTIONS, "s", subscription);
        cluster.sendRaw(Topics.FINDINGS, "work", new byte[] {9, 9, 9});
        cluster.send(Topics.FINDINGS, "work", Findings.of("f1"));
        try (var stage = stage("state")) {
            assertThat(cluster.read(Topics.ALERTS, 1)).hasSize(1);
            assertThat(cluster.read(Topics.DEAD_LETTERS, 1))
                    .extracting(letter -> letter.getStage())
                    .containsExactly("alert");
            assertThat(stage.isRunning()).isTrue();
        }

        // When
        cluster.send(Topics.FINDINGS, "work", Findings.of("f1"));
        cluster.send(Topics.FINDINGS, "another work", Findings.of("f2"));
        cluster.send(Topics.FINDINGS, "work", Findings.of("f3"));
        try (var stage = stage("empty state")) {

            // Then
            assertThat(cluster.read(Topics.ALERTS, 3))
                    .extracting(Alert::getId)
                    .containsExactlyInAnyOrder(Ids.of("f1", "s"), Ids.of("f2", "s"), Ids.of("f3", "s"));
            assertThat(stage.isRunning()).isTrue();
        }
    }

    private Stage stage(String state) {
        return Stage.start("alert", AlertTopology.build(), client, folder.resolve(state));
    }
}
