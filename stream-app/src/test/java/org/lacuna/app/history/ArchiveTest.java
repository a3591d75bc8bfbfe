package org.lacuna.app.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lacuna.app.history.Records.WORK;
import static org.lacuna.app.history.Records.at;
import static org.lacuna.app.history.Records.change;
import static org.lacuna.app.history.Records.finding;
import static org.lacuna.app.history.Records.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.flywaydb.core.FlywayTelemetryManager;
import org.flywaydb.core.extensibility.Plugin;
import org.flywaydb.core.internal.NullFlywayTelemetryManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacuna.schema.Change;
import org.lacuna.schema.ChangeKind;
import org.lacuna.schema.ChangeStatus;
import org.lacuna.schema.DeliveryState;
import org.lacuna.schema.FaultKind;
import org.lacuna.schema.Finding;
import org.lacuna.schema.Medium;
import org.lacuna.schema.Passage;
import org.lacuna.schema.Snapshot;
import org.lacuna.schema.SourceFault;
import org.lacuna.schema.Verdict;

class ArchiveTest {

    @TempDir
    Path folder = Path.of("");

    private Path file = Path.of("");
    private Archive archive;

    @BeforeEach
    void open() {
        file = folder.resolve("data/lacuna.db");
        archive = Archive.open(file);
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void anArchiveIsMadeWhereItIsMissingAndHoldsNothing() {
        assertThat(file).exists();
        assertThat(archive.findings(FindingQuery.all(10))).isEqualTo(new Page<Finding>(List.of(), Optional.empty()));
        assertThat(archive.works()).isEmpty();
        assertThat(archive.work(WORK)).isEmpty();
        assertThat(archive.faults(3)).isEmpty();
        assertThat(archive.section(WORK, "1")).isEmpty();
        assertThat(archive.positions()).isEmpty();
        assertThat(archive.summary()).isEqualTo(new Summary(0, 0, Map.of(), Map.of(), 0, Map.of(), Map.of(), 0));
    }

    @Test
    void aFindingComesBackAsItWas() {
        // Given
        var finding = finding("f", change("c", release("CN"), 1), 3, 2);

        // When
        Records.keep(file, finding);

        // Then
        assertThat(archive.finding("f")).contains(finding);
        assertThat(archive.finding("g")).isEmpty();
    }

    @Test
    void pagesGoFromTheNewestToTheOldestAndShowEachFindingOnce() {
        // Given
        for (int i = 0; i < 7; i++) {
            // Two of each minute: where the time is equal, the id decides.
            Records.keep(file, finding("f" + i, change("c" + i, release("CN"), 0), 2, i / 2));
        }

        // When
        var seen = new ArrayList<String>();
        var cursor = Optional.<String>empty();
        int pages = 0;
        do {
            var page = archive.findings(new FindingQuery(
                    Optional.empty(), Optional.empty(), Optional.empty(), 0, Optional.empty(), cursor, 3));
            page.items().forEach(finding -> seen.add(finding.getId()));
            cursor = page.next();
            pages++;
        } while (cursor.isPresent());

        // Then
        assertThat(seen).containsExactly("f6", "f4", "f5", "f2", "f3", "f0", "f1");
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void aCursorThatIsNoneIsAnEmptyPage() {
        Records.keep(file, finding("f", change("c", release("CN"), 0), 2, 1));

        for (var bad : List.of("", "!", "bm9ibGFuaw", "'; drop table finding; --")) {
            var query = new FindingQuery(
                    Optional.empty(), Optional.empty(), Optional.empty(), 0, Optional.empty(), Optional.of(bad), 3);
            assertThat(archive.findings(query).items()).isEmpty();
        }
    }

    @Test
    void findingsAreFoundByTopicMediumMarketLevelAndWork() {
        // Given
        var film = release("ferry", "The Ferry", Medium.FILM, "TW");
        Records.keep(
                file,
                finding("book", change("c1", release("CN"), 0), 4, 1),
                finding("film", change("c2", film, 0), 1, 2));

        // Then
        assertThat(found(Optional.of("protest"), Optional.empty(), Optional.empty(), 0, Optional.empty()))
                .containsExactly("film", "book");
        assertThat(found(Optional.of("weather"), Optional.empty(), Optional.empty(), 0, Optional.empty()))
                .isEmpty();
        assertThat(found(Optional.empty(), Optional.of(Medium.BOOK), Optional.empty(), 0, Optional.empty()))
                .containsExactly("book");
        assertThat(found(Optional.empty(), Optional.empty(), Optional.of("TW"), 0, Optional.empty()))
                .containsExactly("film");
        assertThat(found(Optional.empty(), Optional.empty(), Optional.empty(), 2, Optional.empty()))
                .containsExactly("book");
        assertThat(found(Optional.of("protest"), Optional.empty(), Optional.empty(), 0, Optional.of("ferry")))
                .containsExactly("film");
    }

    private List<String> found(
            Optional<String> topic,
            Optional<Medium> medium,
            Optional<String> market,
            int level,
            Optional<String> work) {
        var query = new FindingQuery(topic, medium, market, level, work, Optional.empty(), 10);
        return archive.findings(query).items().stream().map(Finding::getId).toList();
    }

    @Test
    void aWithdrawnFindingIsOnlyFoundByItsId() {
        // Given
        var finding = finding("f", change("c", release("CN"), 0), 3, 1);
        Records.keep(file, Records.snapshot("s", release("CN"), 0, "1"), finding);

        // When
        Records.keep(file, Records.withdrawn(finding));

        // Then
        assertThat(archive.findings(FindingQuery.all(10)).items()).isEmpty();
        assertThat(archive.finding("f").orElseThrow().getWithdrawn()).isTrue();
        assertThat(archive.works().getFirst().findings()).isZero();
        assertThat(archive.work(WORK).orElseThrow().findings()).isEmpty();
        assertThat(archive.summary().findingsByLevel()).isEmpty();
    }

    @Test
    void aFindingThatIsReadAgainLosesTheTopicsItNoLongerTouches() {
        // Given
        var finding = finding("f", change("c", release("CN"), 0), 3, 1);
        Records.keep(file, finding);

        // When
        Records.keep(file, Finding.newBuilder(finding).setTopics(List.of()).build());

        // Then
        assertThat(found(Optional.of("protest"), Optional.empty(), Optional.empty(), 0, Optional.empty()))
                .isEmpty();
        assertThat(found(Optional.empty(), Optional.empty(), Optional.empty(), 0, Optional.empty()))
                .containsExactly("f");
    }

    @Test
    void worksComeByTitleWithTheirMarketsAndWhatWasFound() {
        // Given
        Records.keep(
                file,
                Records.snapshot("s1", release("CN"), 1, "1"),
                Records.snapshot("s2", release("GLOBAL"), 2, "1", "2"),
                Records.snapshot("s3", release("ferry", "The Ferry", Medium.FILM, "GB"), 3, "1"),
                finding("f1", change("c1", release("CN"), 1), 1, 1),
                finding("f2", change("c2", release("CN"), 1), 4, 1));

        // Then
        assertThat(archive.works())
                .containsExactly(
                        new WorkSummary("ferry", "The Ferry", Medium.FILM, List.of("GB"), 1, 0, 0, at(3)),
                        new WorkSummary(
                                WORK, "The Northern Wall", Medium.BOOK, List.of("GLOBAL", "CN"), 2, 2, 4, at(2)));
    }

    @Test
    void aWorkShowsATextThatCameBackButNotOneThatWasMerelySeenAgain() {
        // Given
        Records.keep(
                file,
                Records.snapshot("whole", release("CN"), 1, "1", "2"),
                Records.snapshot("whole", release("CN"), 2, "1", "2"),
                Records.snapshot("cut", release("CN"), 3, "1"),
                Records.snapshot("whole", release("CN"), 4, "1", "2"),
                change("c", release("CN"), 3));

        // When
        var work = archive.work(WORK).orElseThrow();

        // Then
        assertThat(work.snapshots()).extracting(Snapshot::getId).containsExactly("whole", "cut", "whole");
        assertThat(work.snapshots()).extracting(Snapshot::getObservedAt).containsExactly(at(1), at(3), at(4));
        assertThat(work.changes()).containsExactly(change("c", release("CN"), 3));
        assertThat(archive.works().getFirst().lastSeen()).isEqualTo(at(4));
    }

    @Test
    void theNewestTitleStands() {
        var renamed = release(WORK, "The Wall in the North", Medium.BOOK, "CN");

        Records.keep(file, Records.snapshot("s2", renamed, 2, "1"), Records.snapshot("s1", release("CN"), 1, "2"));

        assertThat(archive.works()).extracting(WorkSummary::title).containsExactly("The Wall in the North");
    }

    @Test
    void aSectionIsReadFromItsPartsAndOnlyWhole() {
        // Given
        Records.keep(file, Records.part("big", 1, 2, "third"), Records.part("half", 0, 2, "one"));
        assertThat(archive.section(WORK, "big")).isEmpty();

        // When
        Records.keep(file, Records.part("big", 0, 2, "first", "second"));

        // Then
        assertThat(archive.section(WORK, "big"))
                .extracting(Passage::getText)
                .containsExactly("first", "second", "third");
        assertThat(archive.section(WORK, "half")).isEmpty();
        assertThat(archive.section("ferry", "big")).isEmpty();
    }

    @Test
    void everythingIsCountedOnce() {
        // Given
        var finding = finding("f", change("c", release("CN"), 0), 3, 1);
        var closed = Change.newBuilder(change("c2", release("CN"), 0))
                .setStatus(ChangeStatus.CLOSED)
                .build();
        for (int twice = 0; twice < 2; twice++) {
            Records.keep(
                    file,
                    Records.snapshot("s1", release("CN"), 1, "1"),
                    Records.comparison("x", 1),
                    change("c", release("CN"), 0),
                    closed,
                    finding,
                    Records.fault("blocked", FaultKind.BLOCKED, 1),
                    Records.fault("down", FaultKind.DOWN, 2),
                    Records.alert("a", finding, 2),
                    Records.delivery("a", DeliveryState.DELIVERED, "250 OK", 3),
                    Records.review("r", "f", Verdict.CONFIRMED, 4),
                    Records.deadLetter("history", 7, 5),
                    Records.deadLetter("alert", 7, 5));
        }

        // Then
        assertThat(archive.summary())
                .isEqualTo(new Summary(
                        1,
                        1,
                        Map.of(ChangeKind.REMOVED, 2L),
                        Map.of(3, 1L),
                        1,
                        Map.of(DeliveryState.DELIVERED, 1L),
                        Map.of(FaultKind.BLOCKED, 1L, FaultKind.DOWN, 1L),
                        1));
        assertThat(archive.faults(1)).extracting(SourceFault::getId).containsExactly("down");
    }

    @Test
    void noAddressOfASubscriberGetsIntoTheFile() throws IOException {
        // Given
        var finding = finding("f", change("c", release("CN"), 0), 3, 1);

        // When
        Records.keep(
                file,
                Records.alert("a", finding, 2),
                Records.delivery("a", DeliveryState.REFUSED, "550 <reader@paper.example> no such user", 3),
                Records.deadLetter("alert", 7, 5));
        archive.close();

        // Then
        assertThat(archive.summary().deliveries()).containsExactly(Map.entry(DeliveryState.REFUSED, 1L));
        try (var files = Files.list(file.getParent())) {
            for (var written : files.toList()) {
                assertThat(Files.readString(written, StandardCharsets.ISO_8859_1))
                        .doesNotContain("reader@paper");
            }
        }
    }

    @Test
    void readersSeeWhatIsCommittedWhileTheWriterWrites() {
        try (var writer = Database.open(file)) {
            writer.jdbi().useTransaction(handle -> {
                // When
                Records.keep(handle, finding("f", change("c", release("CN"), 0), 3, 1));

                // Then
                assertThat(archive.findings(FindingQuery.all(10)).items()).isEmpty();
            });
            assertThat(archive.findings(FindingQuery.all(10)).items()).hasSize(1);
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsRefusedInOneLine() throws IOException {
        var other = Files.writeString(folder.resolve("notes.db"), "Not a database at all, only some notes.".repeat(50));

        assertThatThrownBy(() -> Archive.open(other))
                .isInstanceOf(UnusableDatabaseException.class)
                .hasMessageContaining("notes.db cannot be used")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void aFileOfALaterVersionIsRefused() {
        try (var later = Database.open(file)) {
            later.jdbi()
                    .useHandle(
                            handle -> handle.execute(
                                    """
                    insert into flyway_schema_history
                    (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                    values (99, '99', 'to come', 'SQL', 'V99__to_come.sql', 1, 'later', 1, 1)
                    """));
        }

        assertThatThrownBy(() -> Archive.open(file))
                .isInstanceOf(UnusableDatabaseException.class)
                .hasMessageContaining("another version of Lacuna");
    }

    @Test
    void flywayHasNobodyToReportTo() {
        assertThat(ServiceLoader.load(Plugin.class).stream()
                        .map(ServiceLoader.Provider::type)
                        .filter(FlywayTelemetryManager.class::isAssignableFrom))
                .containsExactly(NullFlywayTelemetryManager.class);
    }
}
