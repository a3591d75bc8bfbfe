package org.lacuna.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacuna.app.TestCluster;
import org.lacuna.app.flag.Changes;
import org.lacuna.app.flag.FlagTopology;
import org.lacuna.app.flag.engine.Annotator;
import org.lacuna.app.flag.engine.Flagger;
import org.lacuna.app.lexicon.Lexicon;
import org.lacuna.topics.Ids;
import org.lacuna.topics.Topics;

/** The flag stage on a real broker, which must grant it the time that the language models take. */
class FlagStageTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void aChangeOnItsTopicBecomesAFindingOnItsTopic() throws Exception {
        // Given
        try (var cluster = TestCluster.start(folder)) {
            var client = new HashMap<>(cluster.client());
            client.putAll(FlagTopology.SETTINGS);
            var topology = FlagTopology.build(new Flagger(Lexicon.shipped(), Annotator.none()));
            try (var stage = Stage.start("flag", topology, client, folder.resolve("streams"))) {

                // When
                cluster.send(Topics.CHANGES, "c2", Changes.removed("c2", "Pass me the salt."));
                cluster.send(Topics.CHANGES, "c1", Changes.removed("c1", "The June Fourth victims."));

                // Then
                assertThat(cluster.read(Topics.FINDINGS, 1)).singleElement().matches(finding -> finding.getId()
                        .equals(Ids.of("c1")));
                assertThat(stage.isRunning()).isTrue();
            }
        }
    }
}
