package org.lacuna.app.bench.rows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.jspecify.annotations.Nullable;
import org.lacuna.app.bench.texts.Tongue;
import org.lacuna.app.compare.CompareTopology;
import org.lacuna.app.compare.MarketPlan;
import org.lacuna.schema.Availability;
import org.lacuna.schema.Medium;
import org.lacuna.schema.Passage;
import org.lacuna.schema.PassageKind;
import org.lacuna.schema.Release;
import org.lacuna.schema.SectionPart;
import org.lacuna.schema.SectionRef;
import org.lacuna.schema.Snapshot;
import org.lacuna.schema.SnapshotRecord;
import org.lacuna.topics.Topics;

/** The stage compare with its state, fed with versions of one book; a chapter that was sent is not sent again. One thread. */
final class Stage implements AutoCloseable {

    private static final int WORDS = 12;
    private static final long SEED = 41;
    private static final double PER_MILLI = 1e6;
    private static final String WORK = "book";
    private static final String APPLICATION = "lacuna.compare";

    /**
     * What a version of a release took.
     *
     * @param written bytes of keys and values written to the stores, as their changelogs have them
     * @param sent bytes of the comparisons and changes that the stage sent on
     * @param tokens tokens read, of any text for any purpose
     * @param passages passages aligned, of both sides
     */
    record Work(long written, long sent, long tokens, long passages, double millis) {
        Work plus(Work other) {
            return new Work(
                    written + other.written,
                    sent + other.sent,
                    tokens + other.tokens,
                    passages + other.passages,
                    millis + other.millis);
        }
    }

    private final Path folder;
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, SnapshotRecord> snapshots;
    private final List<List<Passage>> chapters;
    private final Set<String> sent = new HashSet<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    Stage(int chapters, int sentences) {
        try {
            folder = Files.createTempDirectory("lacuna-bench");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.chapters = book(chapters, sentences);
        var config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION);
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nobody:1");
        config.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        driver = new TopologyTestDriver(CompareTopology.build(MarketPlan.CHINA), config);
        snapshots = driver.createInputTopic(
                Topics.SNAPSHOTS.name(),
                Topics.SNAPSHOTS.keys().serializer(),
                Topics.SNAPSHOTS.values().serializer());
    }

    private static List<List<Passage>> book(int chapters, int sentences) {
        var random = new SplittableRandom(SEED);
        var tongue = Tongue.english(5_000, random);
        var book = new ArrayList<List<Passage>>();
        for (int c = 0; c < chapters; c++) {
            var chapter = new ArrayList<Passage>();
            for (int s = 0; s < sentences; s++) {
                int[] words = random.ints(WORDS, 0, 1)
                        .map(zero -> tongue.draw(random))
                        .toArray();
                chapter.add(new Passage(PassageKind.PROSE, tongue.sentence(words), null, null, null));
            }
            book.add(chapter);
        }
        return book;
    }

    /**
     * Sends a version of a market's release, of which that many chapters lack their second sentence. China's has other marks
     * than the others, so that every chapter is read once.
     */
    Work send(String market, int changed) {
        now = now.plus(Duration.ofDays(1));
        var records = new ArrayList<SnapshotRecord>();
        var refs = new ArrayList<SectionRef>();
        for (int c = 0; c < chapters.size(); c++) {
            var chapter = new ArrayList<>(chapters.get(c));
            if (c < changed) {
                chapter.remove(1);
            }
            if (market.equals("CN")) {
                chapter.replaceAll(Stage::otherMarks);
            }
            String hash = UUID.nameUUIDFromBytes(chapter.toString().getBytes(StandardCharsets.UTF_8))
                    .toString();
            refs.add(new SectionRef(hash, "Chapter " + (c + 1), chapter.size(), 1));
            if (sent.add(hash)) {
                records.add(new SnapshotRecord(new SectionPart(WORK, hash, 0, 1, chapter)));
            }
        }
        records.add(new SnapshotRecord(snapshot(market, refs)));
        return run(records);
    }

    private static Passage otherMarks(Passage passage) {
        return Passage.newBuilder(passage)
                .setText(passage.getText().replace(".", "!"))
                .build();
    }

    private Work run(List<SnapshotRecord> records) {
        long tokens = counted("tokens-read-total");
        long passages = counted("passages-aligned-total");
        long start = System.nanoTime();
        records.forEach(record -> snapshots.pipeInput(WORK, record, now));
        double millis = (System.nanoTime() - start) / PER_MILLI;
        long written = driver.getAllStateStores().keySet().stream()
                .mapToLong(store -> drained(APPLICATION + "-" + store + "-changelog"))
                .sum();
        return new Work(
                written,
                drained(Topics.CHANGES.name()) + drained(Topics.COMPARISONS.name()),
                counted("tokens-read-total") - tokens,
                counted("passages-aligned-total") - passages,
                millis);
    }

    private long counted(String metric) {
        return driver.metrics().entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(metric))
                .mapToLong(entry -> Math.round((double) entry.getValue().metricValue()))
                .sum();
    }

    private long drained(String topic) {
        var bytes = new ByteArrayDeserializer();
        return driver.createOutputTopic(topic, bytes, bytes).readKeyValuesToList().stream()
                .mapToLong(record -> length(record.key) + length(record.value))
                .sum();
    }

    private static long length(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }

    private Snapshot snapshot(String market, List<SectionRef> refs) {
        String release = WORK + "/" + market + "/en";
        String id = UUID.nameUUIDFromBytes((release + refs).getBytes(StandardCharsets.UTF_8))
                .toString();
        return new Snapshot(
                id,
                new Release(release, WORK, "Book", Medium.BOOK, market, "en", ""),
                "source",
                "http://books.example/book",
                now,
                Availability.LISTED,
                refs,
                List.of());
    }

    @Override
    public void close() {
        driver.close();
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
