package org.lacuna.app.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lacuna.app.history.Records.WORK;
import static org.lacuna.app.history.Records.change;
import static org.lacuna.app.history.Records.finding;
import static org.lacuna.app.history.Records.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacuna.app.TestCluster;
import org.lacuna.schema.DeliveryState;
import org.lacuna.schema.FaultKind;
import org.lacuna.schema.Finding;
import org.lacuna.schema.Passage;
import org.lacuna.schema.Snapshot;
import org.lacuna.schema.SnapshotRecord;
import org.lacuna.schema.Verdict;
import org.lacuna.topics.Topics;

/** The writer on a real broker; its topics live as long as the class, each test has a database of its own. */
class HistoryWriterTest {

    private static final List<String> TABLES = List.of(
            "work",
            "release",
            "snapshot",
            "section",
            "comparison",
            "change",
            "finding",
            "finding_topic",
            "source_fault",
            "alert",
            "delivery",
            "review",
            "dead_letter");

    @TempDir
    static Path home = Path.of("");

    private static TestCluster cluster;
    private static KafkaConsumer<byte[], byte[]> asking;

    @TempDir
    Path folder = Path.of("");

    private Path file = Path.of("");

    @BeforeAll
    static void fillTheTopics() throws Exception {
        cluster = TestCluster.start(home);
        var config = new HashMap<>(cluster.client());
        config.put("isolation.level", "read_committed");
        asking = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        var finding = finding("f1", change("c1", release("CN"), 2), 3, 3);
        publish(true, Records.part("h1", 0, 2, "one"), Records.part("h1", 1, 2, "two"), global("s1", 1));
        publish(false, Records.snapshot("aborted", release("CN"), 1, "h1"));
        publish(true, Records.snapshot("s2", release("CN"), 2, "h1"));
        cluster.send(Topics.COMPARISONS, WORK, Records.comparison("x1", 2));
        cluster.send(Topics.CHANGES, "c1", change("c1", release("CN"), 2));
        cluster.send(Topics.FINDINGS, WORK, finding);
        cluster.send(Topics.SOURCE_FAULTS, "shop", Records.fault("sf1", FaultKind.BLOCKED, 3));
        cluster.send(Topics.ALERTS, "a1", Records.alert("a1", finding, 4));
        cluster.send(Topics.DELIVERIES, "a1", Records.delivery("a1", DeliveryState.DELIVERED, "250 OK", 5));
        cluster.send(Topics.REVIEWS, "r1", Records.review("r1", "f1", Verdict.CONFIRMED, 6));
        cluster.send(Topics.DEAD_LETTERS, "d", Records.deadLetter("alert", 1, 7));
    }

    @AfterAll
    static void stop() {
        asking.close();
        cluster.close();
    }

    @BeforeEach
    void choose() {
        file = folder.resolve("lacuna.db");
    }

    @Test
    void whatIsCommittedOnAnyTopicBecomesRowsAndThePositionsPassTheMarkersOfTransactions() throws Exception {
        // When
        run();

        // Then
        try (var archive = Archive.open(file)) {
            var work = archive.work(WORK).orElseThrow();
            assertThat(work.snapshots())
                    .extracting(Snapshot::getId)
                    .contains("s1", "s2")
                    .doesNotContain("aborted");
            assertThat(work.changes()).contains(change("c1", release("CN"), 2));
            assertThat(work.findings()).extracting(Finding::getId).contains("f1");
            assertThat(archive.section(WORK, "h1")).extracting(Passage::getText).containsExactly("one", "two");
            var summary = archive.summary();
            assertThat(summary.comparisons()).isEqualTo(1);
            assertThat(summary.alerts()).isEqualTo(1);
            assertThat(summary.deliveries()).isEqualTo(Map.of(DeliveryState.DELIVERED, 1L));
            assertThat(summary.sourceFaults()).isEqualTo(Map.of(FaultKind.BLOCKED, 1L));
            assertThat(summary.deadLetters()).isPositive();
            assertThat(archive.positions()).isEqualTo(ends());
        }
        assertThat(rows(file).get("review")).hasSize(1);
    }

    @Test
    void aRestartGoesOnWhereTheRowsEnd() throws Exception {
        // Given
        run();
        var before = rows(file);
        var lost = "delete from source_fault where id = 'sf1'";
        execute(file, lost); // had it begun again, the row would be back

        // When
        cluster.send(Topics.CHANGES, "later", change("later", release("TW"), 9));
        run();

        // Then
        var after = rows(file);
        assertThat(after.get("source_fault")).isEmpty();
        assertThat(after.get("change")).hasSize(before.get("change").size() + 1);
        assertThat(after.get("finding")).isEqualTo(before.get("finding"));
    }

    @Test
    void aReplayFromTheStartGivesTheSameRows() throws Exception {
        // Given
        run();
        var before = rows(file);

        // When
        execute(file, "delete from position");
        run();

        // Then
        assertThat(rows(file)).isEqualTo(before);

        // When
        file = folder.resolve("fresh.db");
        run();

        // Then
        assertThat(rows(file)).isEqualTo(before);
    }

    @Test
    void aKillInTheMiddleOfABatchLeavesNothingHalf() throws Exception {
        // Given: what lies on the disk while a batch is being written, and nothing else, as a kill leaves it
        var killed = Files.createDirectory(folder.resolve("killed"));
        try (var open = Database.open(file)) {
            open.jdbi().useTransaction(handle -> {
                handle.execute("pragma cache_size = 1"); // so that uncommitted pages reach the disk
                for (int i = 0; i < 200; i++) {
                    Records.keep(handle, change("half" + i, release("CN"), i));
                }
                copy(file.getParent(), killed);
                handle.rollback();
            });
        }
        assertThat(Files.size(killed.resolve("lacuna.db-wal"))).isGreaterThan(100_000);

        // When
        run();
        var whole = rows(file);
        file = killed.resolve("lacuna.db");
        run();

        // Then
        assertThat(rows(file)).isEqualTo(whole);
        assertThat(String.join("\n", rows(file).get("change"))).doesNotContain("half");
    }

    @Test
    void aFaultOfTheDatabaseStopsTheWriterWithNothingHalfAndTheNextStartGoesOn() throws Exception {
        // Given
        Archive.open(file).close();
        execute(
                file,
                """
                create trigger full before insert on finding
                begin select raise(abort, 'database or disk is full'); end
                """);

        // When
        try (var writer = HistoryWriter.start(file, cluster.client())) {
            await(() -> !writer.isRunning());

            // Then
            assertThat(writer.fault().orElseThrow())
                    .contains("database or disk is full")
                    .doesNotContain("\n");
        }
        try (var archive = Archive.open(file)) {
            assertThat(archive.findings(FindingQuery.all(9)).items()).isEmpty();
        }

        // When
        execute(file, "drop trigger full");
        run();

        // Then
        try (var archive = Archive.open(file)) {
            assertThat(archive.finding("f1")).isPresent();
        }
    }

    @Test
    void aRecordThatCannotBeReadBecomesADeadLetterAndTheNextOneFlows() throws Exception {
        // Given
        cluster.sendRaw(Topics.FINDINGS, "poison", new byte[] {9, 9, 9});
        cluster.sendRaw(Topics.DEAD_LETTERS, "poison", new byte[] {9, 9, 9});
        cluster.send(Topics.FINDINGS, "poison", finding("next", change("c9", release("HK"), 2), 1, 2));

        // When
        run();

        // Then
        try (var archive = Archive.open(file)) {
            assertThat(archive.finding("next")).isPresent();
            assertThat(archive.positions()).isEqualTo(ends());
        }
        assertThat(rows(file).get("dead_letter"))
                .filteredOn(row -> row.contains("stage=history"))
                .singleElement()
                .asString()
                .contains("topic=" + Topics.FINDINGS.name(), "not a readable Finding (3 bytes)");
    }

    @Test
    void aReviewThatIsTakenBackGoes() throws Exception {
        // Given
        cluster.send(Topics.REVIEWS, "r2", Records.review("r2", "f1", Verdict.REJECTED, 6));
        try (var writer = HistoryWriter.start(file, cluster.client())) {
            awaitQuiet();
            assertThat(rows(file).get("review")).hasSize(2);

            // When
            cluster.sendRaw(Topics.REVIEWS, "r2", null);

            // Then
            awaitQuiet();
            assertThat(rows(file).get("review")).hasSize(1);
            assertThat(writer.isRunning()).isTrue();
        }
    }

    @Test
    void aTopicThatWasMadeAgainIsReadFromItsStart() throws Exception {
        // Given
        run();
        var before = rows(file);
        execute(file, "delete from finding");
        execute(file, "update position set topic_id = 'of another cluster', next_offset = 1000000");

        // When
        run();

        // Then
        assertThat(rows(file)).isEqualTo(before);
    }

    /** Runs a writer until it has read everything. */
    private void run() throws Exception {
        try (var writer = HistoryWriter.start(file, cluster.client())) {
            awaitQuiet();
            assertThat(writer.isRunning()).as(writer.fault().orElse("")).isTrue();
        }
    }

    /** Waits until the positions are the ends, with the dead letters that came of reading. */
    private void awaitQuiet() throws Exception {
        try (var archive = Archive.open(file)) {
            await(() -> archive.positions().equals(ends()));
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int tries = 0; tries < 1200 && !condition.getAsBoolean(); tries++) {
            Thread.sleep(50);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    /** The end of every topic that is kept, as a reader of committed records sees it. */
    private static Map<TopicPartition, Long> ends() {
        return asking.endOffsets(Intake.ALL.values().stream()
                .map(Intake::topic)
                .flatMap(topic -> IntStream.range(0, topic.partitions())
                        .mapToObj(number -> new TopicPartition(topic.name(), number)))
                .toList());
    }

    private static SnapshotRecord global(String id, int minutes) {
        return Records.snapshot(id, release("GLOBAL"), minutes, "h1");
    }

    private static void publish(boolean commit, SnapshotRecord... records) {
        var config = new HashMap<>(cluster.client());
        config.put("transactional.id", "collector");
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            var sent = Stream.of(records)
                    .map(record -> producer.send(new ProducerRecord<>(
                            Topics.SNAPSHOTS.name(), WORK, Records.bytes(Topics.SNAPSHOTS, record))))
                    .toList();
            producer.flush();
            sent.forEach(Future::resultNow);
            if (commit) {
                producer.commitTransaction();
            } else {
                producer.abortTransaction();
            }
        }
    }

    private static void execute(Path file, String sql) {
        try (var open = Database.open(file)) {
            open.jdbi().useHandle(handle -> handle.execute(sql));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.list(from)) {
            for (var source : files.filter(Files::isRegularFile).toList()) {
                Files.copy(source, to.resolve(source.getFileName()));
            }
        }
    }

    /** Every row of every table, each as text with all its columns, in order. */
    private static Map<String, List<String>> rows(Path file) {
        try (var open = Database.open(file)) {
            return open.jdbi()
                    .withHandle(
                            handle -> TABLES.stream()
                                    .collect(Collectors.toMap(table -> table, table -> handle
                                            .createQuery("select * from " + table)
                                            .mapToMap()
                                            .map(HistoryWriterTest::text)
                                            .stream()
                                            .sorted()
                                            .toList())));
        }
    }

    private static String text(Map<String, Object> row) {
        var texts = new TreeMap<String, String>();
        row.forEach((column, value) -> texts.put(
                column, value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value)));
        return texts.toString();
    }
}
