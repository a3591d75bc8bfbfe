package org.lacuna.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lacuna.app.history.Archive;
import org.lacuna.app.history.FindingQuery;
import org.lacuna.schema.Change;
import org.lacuna.schema.FaultKind;
import org.lacuna.schema.Finding;
import org.lacuna.schema.Place;
import org.lacuna.schema.Snapshot;
import org.lacuna.schema.SourceFault;
import org.lacuna.schema.TopicMatch;

/** What a run of the demo left in its folder, in the words of the expectations. */
final class Leftovers implements AutoCloseable {

    private static final int MANY = 1000;

    private final Expectations expected = Expectations.read();
    private final Path folder;
    private final Archive archive;

    Leftovers(Path folder) {
        this.folder = folder;
        this.archive = Archive.open(folder.resolve("lacuna.db"));
    }

    Archive archive() {
        return archive;
    }

    /**
     * All findings.
     *
     * @param rounds the round of a moment; where it tells none, the round that is expected is taken
     */
    List<Expectations.Expected> findings(Function<Instant, Optional<Integer>> rounds) {
        var keys = all().stream().collect(Collectors.toMap(f -> f.getChange().getId(), this::key, (one, other) -> one));
        return all().stream().map(finding -> described(finding, keys, rounds)).toList();
    }

    private Expectations.Expected described(
            Finding finding, Map<String, String> keys, Function<Instant, Optional<Integer>> rounds) {
        var change = finding.getChange();
        var entry = entry(finding);
        return new Expectations.Expected(
                key(finding),
                change.getWork(),
                change.getTargetRelease().getMarket(),
                change.getKind(),
                finding.getFindingClass(),
                finding.getLevel(),
                finding.getTopics().stream().map(TopicMatch::getId).toList(),
                entry.map(Expectations.Expected::text).orElse(text(change)),
                change.getStatus(),
                rounds.apply(change.getFirstSeen())
                        .or(() -> entry.map(Expectations.Expected::round))
                        .orElse(0),
                keyOf(change.getSpreadFrom(), keys),
                keyOf(change.getRestores(), keys));
    }

    private static @Nullable String keyOf(Optional<String> change, Map<String, String> keys) {
        return change.map(id -> keys.getOrDefault(id, id)).orElse(null);
    }

    private String key(Finding finding) {
        return entry(finding).map(Expectations.Expected::key).orElse("not expected: " + text(finding.getChange()));
    }

    private Optional<Expectations.Expected> entry(Finding finding) {
        var change = finding.getChange();
        return expected.findings().stream()
                .filter(e -> e.work().equals(change.getWork())
                        && e.market().equals(change.getTargetRelease().getMarket())
                        && e.kind() == change.getKind()
                        && text(change).contains(e.text()))
                .findFirst();
    }

    private static String text(Change change) {
        return change.getBaseline().or(change::getTarget).map(Place::getText).orElse("");
    }

    private List<Finding> all() {
        return archive.findings(FindingQuery.all(MANY)).items();
    }

    /** Every text of a change of a work, or of a finding of it, on either side. */
    List<String> texts(String work, boolean findings) {
        var changes = findings
                ? all().stream().map(Finding::getChange).filter(c -> c.getWork().equals(work))
                : archive.work(work).orElseThrow().changes().stream();
        return changes.flatMap(c -> Stream.concat(c.getBaseline().stream(), c.getTarget().stream()))
                .map(Place::getText)
                .toList();
    }

    /** The source faults, each kind of a release and a rule once, with how often it came. */
    Map<String, Long> faults() {
        return archive.faults(MANY).stream()
                .collect(Collectors.groupingBy(fault -> described(fault), TreeMap::new, Collectors.counting()));
    }

    /** A release's id begins with its work and its market. */
    private static String described(SourceFault fault) {
        var release = fault.getRelease().split("/", -1);
        return described(fault.getSource(), release[0], release[1], fault.getKind(), fault.getRule());
    }

    static String described(Expectations.Fault fault) {
        return described(fault.source(), fault.work(), fault.market(), fault.kind(), fault.rule());
    }

    private static String described(String source, String work, String market, FaultKind kind, String rule) {
        return "%s %s %s %s %s".formatted(source, work, market.toUpperCase(Locale.ROOT), kind, rule);
    }

    /** Number of different snapshots of each release, by work and market. */
    Map<String, Map<String, Integer>> snapshots() {
        return archive.works().stream()
                .collect(Collectors.toMap(
                        work -> work.id(), work -> archive.work(work.id()).orElseThrow().snapshots().stream()
                                .map(Snapshot::getRelease)
                                .collect(
                                        Collectors.toMap(release -> release.getMarket(), release -> 1, Integer::sum))));
    }

    /** Keys of the findings that a mail was kept of, one for each mail. */
    List<String> mailed() {
        try (var mails = Files.list(folder.resolve("mail"))) {
            return mails.map(Leftovers::read).map(this::findingIn).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String findingIn(String mail) {
        return all().stream()
                .filter(finding -> mail.contains("/findings/" + finding.getId()))
                .findFirst()
                .map(this::key)
                .orElse("a mail of no finding");
    }

    /** Quoted-printable breaks long lines. */
    private static String read(Path mail) {
        try {
            return Files.readString(mail, StandardCharsets.ISO_8859_1).replace("=\r\n", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        archive.close();
    }
}
