package org.lacuna.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.lacuna.app.flag.engine.Annotator;
import org.lacuna.app.flag.engine.CoreNlp;
import org.lacuna.app.flag.engine.Edit;
import org.lacuna.app.flag.engine.Flagger;
import org.lacuna.app.flag.engine.Models;
import org.lacuna.app.flag.engine.Reading;
import org.lacuna.app.lexicon.Lexicon;
import org.lacuna.schema.Change;
import org.lacuna.schema.ChangeKind;
import org.lacuna.schema.Place;
import org.lacuna.schema.TopicMatch;

/** What the sites hold gives what {@code expected.yaml} states, and nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoContentTest {

    private record Found(Change change, Reading reading) {
        String text() {
            return DemoContentTest.text(change);
        }
    }

    private final Expectations expected = Expectations.read();
    private @Nullable DemoRun run;

    @BeforeAll
    void run(@TempDir Path state) throws IOException, InterruptedException {
        run = new DemoRun(state).rounds();
    }

    @AfterAll
    void stop() {
        ran().close();
    }

    @Test
    void theseFindingsAndNoOthersByTheLexiconAlone() {
        theseFindingsAndNoOthers(Annotator.none());
    }

    @Test
    void theseFindingsAndNoOthersWithTheLanguageModels() {
        theseFindingsAndNoOthers(new CoreNlp(new Models(), Duration.ofSeconds(60)));
    }

    @Test
    void whatMustStaySilentIsShownByASiteButIsInNoFinding() {
        var findings = findings(Annotator.none());
        for (var silent : expected.silent()) {
            assertThat(findings.stream().filter(f -> f.change().getWork().equals(silent.work())))
                    .as(silent.why())
                    .noneMatch(f -> texts(f.change()).anyMatch(text -> text.contains(silent.text())));
            assertThat(ran().changes.values().stream()
                            .filter(change -> change.getWork().equals(silent.work()))
                            .anyMatch(change -> texts(change).anyMatch(text -> text.contains(silent.text()))))
                    .as(silent.why())
                    .isEqualTo(silent.change());
            assertThat(marketsThatSay(silent.work(), silent.text()))
                    .as(silent.why())
                    .isEqualTo(silent.shown());
        }
    }

    @Test
    void sourceFaultsAreThese() {
        assertThat(ran().faults)
                .containsExactlyInAnyOrderElementsOf(expected.faults().stream()
                        .flatMap(f -> Collections.nCopies(
                                f.count(), new DemoRun.Fault(f.source(), f.work(), f.market(), f.kind(), f.round()))
                                .stream())
                        .toList());
    }

    @Test
    void everyReleaseHasItsSnapshots() {
        assertThat(ran().published).isEqualTo(expected.snapshots());
    }

    @Test
    void changesAreThese() {
        var counts = new TreeMap<ChangeKind, Integer>();
        ran().changes.values().forEach(change -> counts.merge(change.getKind(), 1, Integer::sum));
        assertThat(counts)
                .as(() -> ran().changes.values().stream()
                        .map(c -> "\n" + c.getKind() + " " + c.getComparison() + " "
                                + c.getTargetRelease().getId() + " " + c.getStatus() + ": "
                                + c.getBaseline().map(Place::getText) + " -> "
                                + c.getTarget().map(Place::getText))
                        .collect(Collectors.joining()))
                .isEqualTo(new TreeMap<>(expected.changes()));
    }

    @Test
    void theSubscriberHearsOfEveryFindingOfItsLevel() {
        assertThat(expected.alerts().findings())
                .containsExactlyElementsOf(expected.findings().stream()
                        .filter(f ->
                                f.level() >= expected.alerts().subscription().minLevel())
                        .map(Expectations.Expected::key)
                        .toList());
    }

    private void theseFindingsAndNoOthers(Annotator annotator) {
        var findings = findings(annotator);
        var seen = new ArrayList<Expectations.Expected>();
        for (var finding : findings) {
            seen.add(described(finding, key(finding).orElse("")));
        }
        assertThat(seen).containsExactlyInAnyOrderElementsOf(expected.findings());
    }

    private List<Found> findings(Annotator annotator) {
        var flagger = new Flagger(Lexicon.shipped(), annotator);
        return ran().changes.values().stream()
                .flatMap(change -> flagger.flag(Edit.from(change)).map(reading -> new Found(change, reading)).stream())
                .toList();
    }

    private Expectations.Expected described(Found finding, String key) {
        var change = finding.change();
        var reading = finding.reading();
        return new Expectations.Expected(
                key,
                change.getWork(),
                change.getTargetRelease().getMarket(),
                change.getKind(),
                reading.findingClass(),
                reading.level(),
                reading.topics().stream().map(TopicMatch::getId).toList(),
                entry(key).map(Expectations.Expected::text).orElse(finding.text()),
                change.getStatus(),
                DemoRun.round(change),
                change.getSpreadFrom().map(this::keyOf).orElse(null),
                change.getRestores().map(this::keyOf).orElse(null));
    }

    /** The key of the expectation whose place a finding has. */
    private Optional<String> key(Found finding) {
        return key(finding.change());
    }

    private Optional<String> key(Change change) {
        return expected.findings().stream()
                .filter(e -> e.work().equals(change.getWork())
                        && e.market().equals(change.getTargetRelease().getMarket())
                        && e.kind() == change.getKind()
                        && text(change).contains(e.text()))
                .map(Expectations.Expected::key)
                .findFirst();
    }

    private String keyOf(String changeId) {
        return Optional.ofNullable(ran().changes.get(changeId))
                .flatMap(this::key)
                .orElse("no change " + changeId);
    }

    private Optional<Expectations.Expected> entry(String key) {
        return expected.findings().stream().filter(e -> e.key().equals(key)).findFirst();
    }

    private static String text(Change change) {
        return change.getBaseline().or(change::getTarget).map(Place::getText).orElse("");
    }

    private static Stream<String> texts(Change change) {
        return Stream.concat(change.getBaseline().stream(), change.getTarget().stream())
                .map(Place::getText);
    }

    private List<String> marketsThatSay(String work, String text) {
        return ran().shown.get(work).entrySet().stream()
                .filter(market -> market.getValue().stream()
                        .flatMap(section -> section.passages().stream())
                        .anyMatch(passage -> passage.getText().contains(text)))
                .map(Map.Entry::getKey)
                .toList();
    }

    private DemoRun ran() {
        return Objects.requireNonNull(run, "the run failed");
    }
}
