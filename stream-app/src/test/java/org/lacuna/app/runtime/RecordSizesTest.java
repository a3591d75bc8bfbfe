package org.lacuna.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacuna.app.compare.CompareTopology;
import org.lacuna.app.compare.MarketPlan;
import org.lacuna.app.flag.FlagTopology;
import org.lacuna.app.flag.engine.Annotator;
import org.lacuna.app.flag.engine.Flagger;
import org.lacuna.app.lexicon.Lexicon;
import org.lacuna.schema.Availability;
import org.lacuna.schema.Change;
import org.lacuna.schema.Medium;
import org.lacuna.schema.Passage;
import org.lacuna.schema.PassageKind;
import org.lacuna.schema.Release;
import org.lacuna.schema.SectionPart;
import org.lacuna.schema.SectionRef;
import org.lacuna.schema.Snapshot;
import org.lacuna.schema.SnapshotRecord;
import org.lacuna.topics.Topics;

/** No stage writes a record that a broker or a producer refuses, on its topics or in its changelogs. */
class RecordSizesTest {

    private static final int LIMIT = 1_000_000;
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final String OPENING = "The ferry left before the bells had stopped.";
    private static final String ENDING = "The snow came early that year and stayed.";

    @TempDir
    Path folder = Path.of("");

    @Test
    void twoMegabytesThatAreMissingBecomeChangesAndFindingsBelowTheLimit() {
        // Given
        var lost = IntStream.range(0, 30_000)
                .mapToObj(i -> "On day " + i + " they spoke of the June Fourth victims again, lamp " + i * 7 + ".")
                .toList();

        // When
        var changes = compared("one", lost, List.of());
        var again = compared("two", lost, List.of());

        // Then
        assertThat(changes).hasSizeGreaterThan(20);
        assertThat(changes.stream().flatMap(c -> c.getBaseline().orElseThrow().getPassages().stream()))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, lost.size()).boxed().toList());
        assertThat(changes.stream().map(c -> c.getBaseline().orElseThrow().getText()))
                .noneMatch(text -> text.contains("…"));
        assertThat(again)
                .extracting(Change::getId)
                .isEqualTo(changes.stream().map(Change::getId).toList());
        assertThat(changes).extracting(Change::getId).doesNotHaveDuplicates();
        assertThat(flagged(changes)).isPositive();
    }

    @Test
    void aPassageAsLongAsAPartIsShownInPartAndSoIsWhatStandsBesideIt() {
        // Given
        var letter = "六四之夜，渡轮在钟声停止前离开了。".repeat(10_000);
        var other = "𠮷祥码头上没有人挥手告别，灯也灭了。".repeat(9_000);

        // When
        var changes = compared("long", List.of(letter, other, letter + "雪"), List.of(other + "雪"));

        // Then
        assertThat(changes).isNotEmpty();
        assertThat(changes.stream()
                        .flatMap(c -> Stream.of(c.getBaseline(), c.getTarget()))
                        .flatMap(place -> place.stream())
                        .map(place -> place.getText()))
                .anyMatch(text -> text.endsWith("…"));
        assertThat(changes).allSatisfy(change -> {
            assertThat(change.getBefore().length()).isLessThanOrEqualTo(2_000);
            assertThat(change.getAfter().length()).isLessThanOrEqualTo(2_000);
        });
        flagged(changes);
    }

    private List<Change> compared(String run, List<String> lost, List<String> instead) {
        try (var driver = driver("compare", run)) {
            var snapshots = driver.createInputTopic(
                    Topics.SNAPSHOTS.name(),
                    Topics.SNAPSHOTS.keys().serializer(),
                    Topics.SNAPSHOTS.values().serializer());
            for (var market : List.of("GLOBAL", "CN")) {
                var text = new ArrayList<String>(List.of(OPENING));
                text.addAll(market.equals("CN") ? instead : lost);
                text.add(ENDING);
                records(market, text).forEach(record -> snapshots.pipeInput("w", record, NOW));
            }
            return written(driver, Topics.CHANGES.name()).stream()
                    .map(bytes -> Topics.CHANGES.values().deserializer().deserialize("", bytes))
                    .toList();
        }
    }

    private int flagged(List<Change> found) {
        try (var driver = driver("flag", "flag")) {
            var changes = driver.createInputTopic(
                    Topics.CHANGES.name(),
                    Topics.CHANGES.keys().serializer(),
                    Topics.CHANGES.values().serializer());
            found.forEach(change -> changes.pipeInput(change.getId(), change, NOW));
            return written(driver, Topics.FINDINGS.name()).size();
        }
    }

    /** What a topic holds, when every record on every topic, changelogs too, was seen to be small enough. */
    private static List<byte[]> written(TopologyTestDriver driver, String wanted) {
        List<byte[]> records = List.of();
        for (var topic : driver.producedTopicNames()) {
            var values = driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                    .readValuesToList();
            assertThat(values.stream().mapToInt(bytes -> bytes.length).max().orElse(0))
                    .as(topic)
                    .isLessThan(LIMIT);
            records = topic.equals(wanted) ? values : records;
        }
        return records;
    }

    private TopologyTestDriver driver(String stage, String run) {
        var config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "lacuna." + stage);
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nobody:1");
        config.put(StreamsConfig.STATE_DIR_CONFIG, folder.resolve(run).toString());
        var topology = stage.equals("compare")
                ? CompareTopology.build(MarketPlan.CHINA)
                : FlagTopology.build(new Flagger(Lexicon.shipped(), Annotator.none()));
        return new TopologyTestDriver(topology, config);
    }

    /** The parts of one section without chapters, then the snapshot. */
    private static List<SnapshotRecord> records(String market, List<String> text) {
        var language = text.stream().anyMatch(t -> t.contains("码头") || t.contains("渡轮")) ? "zh-Hans" : "en";
        var release = new Release("w/" + market, "w", "The Northern Wall", Medium.BOOK, market, language, "");
        var runs = new ArrayList<List<Passage>>();
        int size = Integer.MAX_VALUE;
        for (var sentence : text) {
            if (size > 400_000 || sentence.length() > 100_000) {
                runs.add(new ArrayList<>());
                size = 0;
            }
            runs.getLast().add(new Passage(PassageKind.PROSE, sentence, null, null, null));
            size += sentence.length();
        }
        var records = new ArrayList<SnapshotRecord>();
        for (var run : runs) {
            records.add(new SnapshotRecord(new SectionPart("w", market, records.size(), runs.size(), run)));
        }
        var section = new SectionRef(market, "", text.size(), runs.size());
        records.add(new SnapshotRecord(new Snapshot(
                market,
                release,
                "source",
                "http://books.example/w",
                NOW,
                Availability.LISTED,
                List.of(section),
                List.of())));
        return records;
    }
}
