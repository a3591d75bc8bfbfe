package org.lacuna.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacuna.app.TestCluster;
import org.lacuna.app.compare.CompareTopology;
import org.lacuna.app.compare.MarketPlan;
import org.lacuna.schema.Availability;
import org.lacuna.schema.Capture;
import org.lacuna.schema.Change;
import org.lacuna.schema.ChangeKind;
import org.lacuna.schema.DeadLetter;
import org.lacuna.schema.Medium;
import org.lacuna.schema.Passage;
import org.lacuna.schema.PassageKind;
import org.lacuna.schema.Release;
import org.lacuna.schema.SectionRef;
import org.lacuna.schema.Snapshot;
import org.lacuna.schema.SnapshotRecord;
import org.lacuna.scrapers.extract.Extracted;
import org.lacuna.scrapers.publish.Publisher;
import org.lacuna.scrapers.publish.Showing;
import org.lacuna.scrapers.publish.ShownDocument;
import org.lacuna.topics.Topics;

/** The compare stage on a real broker, from the publisher to the topic of changes. */
class CompareStageTest {

    private static final String[] WHOLE = {
        "The ferry left before the bells had stopped.",
        "Nobody on the quay waved to the last passengers.",
        "In the square the students read their letter aloud until morning.",
        "Mara counted the lamps along the northern wall."
    };

    private static final String[] SHORTER = {WHOLE[0], WHOLE[1], WHOLE[3]};

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
    void whatIsPublishedIsComparedAndWhatIsUnchangedIsNotPublishedAgain() {
        // Given
        try (var publisher = new Publisher(client, "collector");
                var stage = stage()) {
            assertThat(publisher.publish(showing("GLOBAL", WHOLE))).isTrue();

            // When
            assertThat(publisher.publish(showing("CN", SHORTER))).isTrue();
            assertThat(publisher.publish(showing("CN", SHORTER))).isFalse();

            // Then
            var changes = cluster.read(Topics.CHANGES, 1);
            assertThat(changes).extracting(Change::getKind).containsExactly(ChangeKind.REMOVED);
            assertThat(changes.getFirst().getBaseline().orElseThrow().getText()).isEqualTo(WHOLE[2]);
            assertThat(stage.fault()).isEmpty();
        }
    }

    @Test
    void aRecordThatCannotBeReadBecomesADeadLetterAndTheNextOneFlows() throws Exception {
        // Given
        cluster.sendRaw(Topics.SNAPSHOTS, "w", new byte[] {9, 9, 9});

        // When
        try (var publisher = new Publisher(client, "collector");
                var stage = stage()) {
            publisher.publish(showing("GLOBAL", WHOLE));
            publisher.publish(showing("CN", SHORTER));

            // Then
            assertThat(cluster.read(Topics.CHANGES, 1)).hasSize(1);
            var letter = cluster.read(Topics.DEAD_LETTERS, 1).getFirst();
            assertThat(letter)
                    .extracting(DeadLetter::getStage, DeadLetter::getTopic)
                    .containsExactly("compare", Topics.SNAPSHOTS.name());
            assertThat(letter.getReason()).isNotBlank();
            assertThat(letter.getValue().orElseThrow().remaining()).isEqualTo(3);
            assertThat(stage.fault()).isEmpty();
        }
    }

    @Test
    void aRecordWithoutAValueAndASnapshotWithoutItsPartBecomeDeadLettersAndTheNextOnesFlow() throws Exception {
        // Given
        cluster.sendRaw(Topics.SNAPSHOTS, "w", null);
        cluster.send(Topics.SNAPSHOTS, "w", new SnapshotRecord(withoutItsPart()));

        // When
        try (var publisher = new Publisher(client, "collector");
                var stage = stage()) {
            publisher.publish(showing("GLOBAL", WHOLE));
            publisher.publish(showing("CN", SHORTER));

            // Then
            assertThat(cluster.read(Topics.CHANGES, 1)).hasSize(1);
            assertThat(cluster.read(Topics.DEAD_LETTERS, 2))
                    .extracting(DeadLetter::getReason)
                    .containsExactly(
                            "the record has no value",
                            "part 0 of section lost of w never arrived, so that the snapshot cannot be read");
            assertThat(stage.fault()).isEmpty();
        }
    }

    private static Snapshot withoutItsPart() {
        return new Snapshot(
                "s1",
                new Release("w/TW", "w", "The Northern Wall", Medium.BOOK, "TW", "en", ""),
                "shop",
                "http://shop.example/w",
                Instant.parse("2026-01-01T00:00:00Z"),
                Availability.LISTED,
                List.of(new SectionRef("lost", "", 1, 1)),
                List.of());
    }

    private Stage stage() {
        return Stage.start("compare", CompareTopology.build(MarketPlan.CHINA), client, folder.resolve("streams"));
    }

    private static Showing showing(String market, String... sentences) {
        var release = new Release("w/" + market, "w", "The Northern Wall", Medium.BOOK, market, "en", "");
        var passages = List.of(sentences).stream()
                .map(text -> new Passage(PassageKind.PROSE, text, null, null, null))
                .toList();
        return new Showing(
                release,
                "shop",
                "http://shop.example/w",
                Instant.parse("2026-01-01T00:00:00Z"),
                Availability.LISTED,
                List.of(new ShownDocument(
                        "http://shop.example/w",
                        Optional.empty(),
                        Optional.empty(),
                        "sha256:" + market,
                        new Capture("http://shop.example/w", "a.warc.gz", "urn:uuid:0", "sha256:0", Instant.EPOCH),
                        new ShownDocument.Content.Fresh(List.of(new Extracted.Section("Chapter 1", passages))))),
                List.of());
    }
}
