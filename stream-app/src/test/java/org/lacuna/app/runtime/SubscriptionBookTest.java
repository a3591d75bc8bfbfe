package org.lacuna.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacuna.app.TestCluster;
import org.lacuna.schema.Subscription;
import org.lacuna.topics.Topics;
import org.lacuna.topics.WholeTopic;

class SubscriptionBookTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void theTopicSaysWhatTheConfigurationSaysAndNothingTwice() throws Exception {
        try (var cluster = TestCluster.start(folder)) {
            // Given
            var book = new SubscriptionBook(cluster.client());
            cluster.sendRaw(Topics.SUBSCRIPTIONS, "broken", new byte[] {9, 9, 9});
            book.set(List.of(subscription("stays", 2), subscription("changes", 2), subscription("goes", 2)));

            // When
            book.set(List.of(subscription("stays", 2), subscription("changes", 3)));
            book.set(List.of(subscription("stays", 2), subscription("changes", 3)));

            // Then
            assertThat(written(cluster))
                    .containsExactlyInAnyOrder(
                            "stays 2 true", "changes 2 true", "goes 2 true", "changes 3 true", "goes 2 false");
        }
    }

    private static List<String> written(TestCluster cluster) {
        var said = new ArrayList<String>();
        WholeTopic.read(cluster.client(), Topics.SUBSCRIPTIONS, record -> {
            if (!record.key().equals("broken")) {
                var one = Topics.SUBSCRIPTIONS.values().deserializer().deserialize("", record.value());
                said.add(one.getId() + " " + one.getMinLevel() + " " + one.getActive());
            }
        });
        return said;
    }

    private static Subscription subscription(String id, int level) {
        return new Subscription(id, id + "@example.org", List.of(), List.of(), List.of(), level, true);
    }
}
