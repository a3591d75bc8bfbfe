package org.lacuna.app.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacuna.schema.Availability;
import org.lacuna.schema.Change;
import org.lacuna.schema.ChangeStatus;
import org.lacuna.schema.ComparisonKind;
import org.lacuna.schema.Medium;
import org.lacuna.schema.Passage;
import org.lacuna.schema.PassageKind;
import org.lacuna.schema.Place;
import org.lacuna.schema.Release;
import org.lacuna.schema.SectionPart;
import org.lacuna.schema.SectionRef;
import org.lacuna.schema.Snapshot;
import org.lacuna.schema.SnapshotRecord;
import org.lacuna.topics.Ids;
import org.lacuna.topics.Topics;

/** What the stage spares itself, and that it finds the same all the same. */
class StateTest {

    private static final String[] WORDS =
            ("river stone lamp winter mother soldier bridge garden letter window market horse night silver paper music"
                            + " harbour thunder orchard candle mirror village teacher wagon the a of and was to")
                    .split(" ", -1);

    @TempDir
    Path folder = Path.of("");

    private int sentence;

    @Test
    void anUnchangedSnapshotReadsNothing() {
        var book = book(new Random(1), 20, 10);
        try (var stage = new Stage(folder)) {
            stage.send("GLOBAL", book);
            stage.send("CN", variant(book));
            var before = stage.costs();

            stage.send("CN", variant(book));

            assertThat(stage.costs()).isEqualTo(before);
        }
    }

    @Test
    void oneChangedChapterOfAHundredCostsAHundredth() {
        // Given
        var book = book(new Random(2), 100, 12);
        try (var stage = new Stage(folder)) {
            stage.send("GLOBAL", book);
            stage.send("CN", variant(book));
            var first = stage.costs();

            // When
            var cut = variant(book);
            cut.set(40, without(cut.get(40), 5));
            stage.send("CN", cut);

            // Then
            var more = stage.costs();
            for (int cost = 0; cost < 3; cost++) {
                assertThat(more.get(cost) - first.get(cost))
                        .as("sections, tokens, passages: %s", List.of(first, more))
                        .isLessThanOrEqualTo(Math.ceil(first.get(cost) * 0.03));
            }
            assertThat(stage.open())
                    .containsExactly("MARKETS REMOVED CN " + book.get(40).get(5));
        }
    }

    @Test
    void aChangeThatAnEarlierEngineSawCloseCostsNothingMore() {
        var book = book(new Random(7), 100, 12);
        var cut = variant(book);
        cut.set(3, without(cut.get(3), 4));
        try (var stage = new Stage(folder)) {
            stage.send("GLOBAL", book);
            stage.send("CN", cut);
            stage.send("CN", variant(book));
            stage.asOfEngine("1", ChangeStatus.CLOSED);
            var before = stage.costs();

            stage.send("CN", cut);

            assertThat(stage.costs().getFirst() - before.getFirst())
                    .as("sections read")
                    .isLessThanOrEqualTo(8);
        }
    }

    @Test
    void aChangeInAChapterThatIsNotReadAgainIsStillConfirmed() {
        var book = book(new Random(3), 10, 12);
        var cut = variant(book);
        cut.set(7, without(cut.get(7), 4));
        try (var stage = new Stage(folder)) {
            stage.send("GLOBAL", book);
            stage.send("CN", cut);
            stage.news();

            cut.set(2, without(cut.get(2), 3));
            stage.send("CN", cut);

            assertThat(stage.news())
                    .as("what stands as before is not told again, though its passages have other numbers")
                    .extracting(change -> change.getComparison() + " " + change.getKind() + " "
                            + change.getBaseline().map(Place::getText).orElse(""))
                    .containsExactlyInAnyOrder(
                            "MOMENTS REMOVED " + cut(book.get(2).get(3)),
                            "MARKETS REMOVED " + book.get(2).get(3));
            stage.send("CN", variant(book));
            assertThat(stage.news())
                    .filteredOn(change -> change.getStatus() == ChangeStatus.CLOSED
                            && change.getComparison() == ComparisonKind.MARKETS)
                    .extracting(Change::getTimesSeen)
                    .containsExactlyInAnyOrder(1, 2);
        }
    }

    @Test
    void aPassageThatTurnsUpInAnotherChapterHasMoved() {
        var book = book(new Random(4), 10, 12);
        var cut = variant(book);
        var taken = List.copyOf(book.get(7).subList(3, 8));
        cut.set(7, new ArrayList<>(cut.get(7)));
        cut.get(7).subList(3, 8).clear();
        try (var stage = new Stage(folder)) {
            stage.send("GLOBAL", book);
            stage.send("CN", cut);
            assertThat(stage.open()).hasSize(1);

            var moved = new ArrayList<>(cut.get(2));
            moved.addAll(5, taken);
            cut.set(2, moved);
            stage.send("CN", cut);

            assertThat(stage.open()).noneMatch(change -> change.startsWith("MARKETS REMOVED"));
            assertThat(stage.open()).anyMatch(change -> change.startsWith("MARKETS MOVED"));
        }
    }

    @Test
    void theSameWordsMissingInTwoChaptersAreTwoChanges() {
        var book = book(new Random(6), 10, 12);
        var seven = new ArrayList<>(book.get(7));
        seven.set(5, book.get(2).get(5));
        book.set(7, seven);
        var china = variant(book);
        china.set(2, without(china.get(2), 5));
        try (var stage = new Stage(folder)) {
            stage.send("GLOBAL", book);
            stage.send("CN", china);

            china.set(7, without(china.get(7), 5));
            stage.send("CN", china);

            var missing = "MARKETS REMOVED CN " + book.get(2).get(5);
            assertThat(stage.open()).containsExactly(missing, missing);
        }
    }

    @Test
    void aPassageThatStandsTwiceIsNotRestoredByAnEditBesideItsOtherCopy() {
        var book = book(new Random(5), 10, 12);
        var china = variant(book);
        book.set(
                8,
                Stream.concat(book.get(8).stream(), Stream.of(book.get(3).get(4)))
                        .toList());
        try (var stage = new Stage(folder)) {
            stage.send("GLOBAL", book);
            stage.send("CN", china);
            var copy = "MARKETS REMOVED CN " + book.get(3).get(4);
            assertThat(stage.open()).containsExactly(copy);

            china.set(3, without(china.get(3), 7));
            stage.send("CN", china);

            assertThat(stage.open()).contains(copy).noneMatch(change -> change.contains("RESTORED"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 13, 32})
    void readingOnlyWhatChangedFindsWhatReadingTheWholeFinds(int seed) {
        var random = new Random(seed);
        var global = book(random, 12, 10);
        var china = variant(global);
        var taiwan = new ArrayList<>(global);
        var steps = folder.resolve("steps");
        try (var stage = new Stage(steps)) {
            stage.send("GLOBAL", global);
            stage.send("CN", china);
            stage.send("TW", taiwan);
            for (int step = 0; step < 8; step++) {
                int release = random.nextInt(3);
                var book = List.of(global, china, taiwan).get(release);
                edit(book, random);
                stage.send(List.of("GLOBAL", "CN", "TW").get(release), book);
            }
            try (var fresh = new Stage(folder.resolve("fresh"))) {
                fresh.send("GLOBAL", global);
                fresh.send("CN", china);
                fresh.send("TW", taiwan);

                assertThat(stage.witnessed()).isEqualTo(fresh.witnessed());
            }
        }
    }

    private void edit(List<List<String>> book, Random random) {
        int chapter = random.nextInt(book.size());
        var text = new ArrayList<>(book.get(chapter));
        int other = random.nextInt(book.size());
        switch (random.nextInt(7)) {
            case 0 -> text.remove(random.nextInt(text.size() - 1));
            case 1 -> text.add(random.nextInt(text.size()), line(random));
            case 2 -> {
                text.remove(2);
                text.remove(2);
            }
            case 3 -> {
                var there = new ArrayList<>(book.get(other));
                there.add(text.get(3));
                book.set(other, there);
            }
            case 4 -> {
                book.remove(other);
                return;
            }
            case 5 -> {
                book.add(
                        other, IntStream.range(0, 8).mapToObj(l -> line(random)).toList());
                return;
            }
            default -> text.set(1, line(random));
        }
        book.set(chapter, text);
    }

    /** The same words with other marks, so that no section has the same hash. */
    private static List<List<String>> variant(List<List<String>> book) {
        return new ArrayList<>(book.stream()
                .map(chapter -> chapter.stream().map(StateTest::cut).toList())
                .toList());
    }

    private static String cut(String line) {
        return line.replace(".", "!");
    }

    private static List<String> without(List<String> chapter, int line) {
        var rest = new ArrayList<>(chapter);
        rest.remove(line);
        return rest;
    }

    private List<List<String>> book(Random random, int chapters, int lines) {
        return new ArrayList<>(IntStream.range(0, chapters)
                .mapToObj(c ->
                        IntStream.range(0, lines).mapToObj(l -> line(random)).toList())
                .toList());
    }

    private String line(Random random) {
        var line = new StringBuilder("Line" + sentence++ + " says");
        for (int w = 0; w < 10; w++) {
            line.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
        }
        return line.append('.').toString();
    }

    private static final class Stage implements AutoCloseable {

        private final TopologyTestDriver driver;
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        Stage(Path folder) {
            var config = new Properties();
            config.put(StreamsConfig.APPLICATION_ID_CONFIG, "lacuna.compare");
            config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nobody:1");
            config.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
            driver = new TopologyTestDriver(CompareTopology.build(MarketPlan.CHINA), config);
        }

        void send(String market, List<List<String>> book) {
            now = now.plus(Duration.ofDays(1));
            var refs = new ArrayList<SectionRef>();
            for (int c = 0; c < book.size(); c++) {
                var passages = book.get(c).stream()
                        .map(line -> new Passage(PassageKind.PROSE, line, null, null, null))
                        .toList();
                var hash = Ids.of(book.get(c).toString());
                refs.add(new SectionRef(hash, "Chapter " + (c + 1), passages.size(), 1));
                pipe(new SnapshotRecord(new SectionPart("w", hash, 0, 1, passages)));
            }
            var release = new Release("w/" + market, "w", "The Book", Medium.BOOK, market, "en", "");
            pipe(new SnapshotRecord(new Snapshot(
                    Ids.of(market, refs.toString()),
                    release,
                    "source",
                    "http://books.example/w",
                    now,
                    Availability.LISTED,
                    refs,
                    List.of())));
        }

        private void pipe(SnapshotRecord record) {
            driver.createInputTopic(
                            Topics.SNAPSHOTS.name(),
                            Topics.SNAPSHOTS.keys().serializer(),
                            Topics.SNAPSHOTS.values().serializer())
                    .pipeInput("w", record, now);
        }

        List<Change> news() {
            return driver.createOutputTopic(
                            Topics.CHANGES.name(),
                            Topics.CHANGES.keys().deserializer(),
                            Topics.CHANGES.values().deserializer())
                    .readValuesToList();
        }

        /** Sections read, tokens read, passages aligned. */
        List<Double> costs() {
            return Stream.of("sections-read-total", "tokens-read-total", "passages-aligned-total")
                    .map(name -> driver.metrics().entrySet().stream()
                            .filter(metric -> metric.getKey().name().equals(name))
                            .mapToDouble(metric -> (double) metric.getValue().metricValue())
                            .sum())
                    .toList();
        }

        List<String> open() {
            return changes()
                    .map(change -> change.getComparison() + " " + change.getKind() + " "
                            + change.getTargetRelease().getMarket() + " "
                            + change.getBaseline().map(Place::getText).orElse(""))
                    .filter(change -> change.startsWith("MARKETS"))
                    .toList();
        }

        /** The open changes between markets with their places and witnesses. */
        List<String> witnessed() {
            return List.copyOf(new TreeSet<>(changes()
                    .filter(change -> change.getComparison() == ComparisonKind.MARKETS)
                    .map(change -> change.getId() + " " + change.getKind() + " "
                            + change.getBaseline().map(StateTest.Stage::place).orElse("") + " -> "
                            + change.getTarget().map(StateTest.Stage::place).orElse("") + " "
                            + new TreeSet<>(change.getWitnesses().stream()
                                    .map(witness -> witness.getMarket() + " " + witness.getState())
                                    .toList()))
                    .toList()));
        }

        private static String place(Place place) {
            return place.getSection() + place.getPassages() + place.getText();
        }

        /** Makes the changes of a status look as if another engine had read them last. */
        void asOfEngine(String engine, ChangeStatus status) {
            var store = driver.<String, Change>getKeyValueStore(Shelf.CHANGES);
            var keyed = new ArrayList<String>();
            try (var all = store.all()) {
                all.forEachRemaining(entry -> keyed.add(entry.key));
            }
            for (var key : keyed) {
                if (store.get(key).getStatus() == status) {
                    store.put(
                            key,
                            Change.newBuilder(store.get(key)).setEngine(engine).build());
                }
            }
        }

        private Stream<Change> changes() {
            var found = new ArrayList<Change>();
            try (var all =
                    driver.<String, Change>getKeyValueStore(Shelf.CHANGES).all()) {
                all.forEachRemaining(entry -> found.add(entry.value));
            }
            return found.stream().filter(change -> change.getStatus() != ChangeStatus.CLOSED);
        }

        @Override
        public void close() {
            driver.close();
        }
    }
}
