package org.lacuna.app.compare;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lacuna.app.compare.engine.Comparer;
import org.lacuna.app.compare.engine.collation.Collation;
import org.lacuna.app.compare.engine.collation.Difference;
import org.lacuna.app.compare.engine.collation.Text;
import org.lacuna.schema.Change;
import org.lacuna.schema.ChangeKind;
import org.lacuna.schema.ChangeStatus;
import org.lacuna.schema.PairReading;
import org.lacuna.schema.Passage;
import org.lacuna.schema.PassageKind;
import org.lacuna.schema.Place;
import org.lacuna.schema.Witness;
import org.lacuna.schema.WitnessState;
import org.lacuna.topics.Ids;

/**
 * Reads what differs between the two versions of a pair, and how each difference stands in every release of the work.
 * Sections that stand as they were last read are not read again. One thread.
 */
final class PairReader {

    private final Comparer comparer;
    private final Reads reads;

    PairReader(Comparer comparer, Reads reads) {
        this.comparer = comparer;
        this.reads = reads;
    }

    /**
     * What reading a pair gave.
     *
     * @param changes the changes, all OPEN, first seen now
     * @param reading what need not be read again, and why the texts could not be compared where they were not
     */
    record Read(List<Change> changes, PairReading reading) {}

    /** What the engine found between sections that were read, without witnesses. */
    private record Found(
            List<Change> changes, List<Spared.Link> links, Optional<String> notCompared, List<String> notes) {}

    /**
     * Reads a pair.
     *
     * @param last how it was last read by this engine; empty where it was not
     * @param open the changes that it had then
     * @param others the other releases of the work, to look each difference up in
     */
    Read read(Pair pair, Optional<Spared.Last> last, Collection<Change> open, OtherReleases others) {
        if (pair.target().absent() || pair.baseline().absent()) {
            return new Read(withheld(pair, others), reading(pair, List.of(), Optional.empty(), List.of()));
        }
        if (last.filter(reading -> isOf(reading, pair)).isPresent()) {
            var same = open.stream().map(change -> again(change, pair)).toList();
            return new Read(witnessed(same, pair, others), last.get().reading());
        }
        var read = partly(pair, last, open).orElseGet(() -> whole(pair));
        return new Read(witnessed(read.changes(), pair, others), read.reading());
    }

    private static boolean isOf(Spared.Last last, Pair pair) {
        return last.reading()
                        .getBaselineSnapshot()
                        .equals(pair.baseline().snapshot().getId())
                && last.reading()
                        .getTargetSnapshot()
                        .equals(pair.target().snapshot().getId());
    }

    private Read whole(Pair pair) {
        var found = found(pair, Spared.nothing(pair));
        return new Read(found.changes(), reading(pair, found.links(), found.notCompared(), found.notes()));
    }

    /** Reads what changed; empty where that alone does not tell what the whole would. */
    private Optional<Read> partly(Pair pair, Optional<Spared.Last> last, Collection<Change> open) {
        if (!Comparer.sameLanguage(
                        pair.baseline().release().getLanguage(),
                        pair.target().release().getLanguage())
                || last.flatMap(reading -> reading.reading().getNotCompared()).isPresent()
                || open.stream().anyMatch(change -> isOfTheWhole(change) || isNowhere(change))) {
            return Optional.empty();
        }
        var spared = Spared.of(pair, last);
        if (spared.isNothing() || spared.baseline().isEmpty() != spared.target().isEmpty()) {
            return Optional.empty();
        }
        var carried = open.stream()
                .flatMap(change -> spared.carried(change).stream())
                .map(change -> again(change, pair))
                .toList();
        var found = spared.isEverything()
                ? new Found(List.of(), List.of(), Optional.empty(), List.of())
                : found(pair, spared);
        if (found.notCompared().isPresent()
                || found.changes().stream().anyMatch(PairReader::isOfTheWhole)
                || haveIdsInCommon(carried, found.changes())
                || new Borders(pair).areInDoubt(carried, found.changes())
                || TurnedUp.between(carried, found.changes())) {
            return Optional.empty();
        }
        var changes = new ArrayList<>(carried);
        changes.addAll(found.changes());
        var links = new ArrayList<>(spared.links());
        links.addAll(found.links());
        var notes = new LinkedHashSet<String>();
        last.ifPresent(reading -> notes.addAll(reading.reading().getNotes()));
        notes.addAll(found.notes());
        return Optional.of(new Read(changes, reading(pair, links, Optional.empty(), List.copyOf(notes))));
    }

    private Found found(Pair pair, Spared spared) {
        Text ours = pair.baseline().text(spared.baseline());
        Text theirs = pair.target().text(spared.target());
        if (!spared.isNothing() && !kinds(ours).equals(kinds(theirs))) {
            return new Found(List.of(), List.of(), Optional.of("the parts are of different kinds"), List.of());
        }
        Collation collation = comparer.compare(ours, theirs, spared.holdsBothEnds());
        reads.tokens(collation.costs().tokens());
        reads.passages(ours.passages().size() + (long) theirs.passages().size());
        int[] left = pair.baseline().numbers(spared.baseline());
        int[] right = pair.target().numbers(spared.target());
        var changes = collation.differences().stream()
                .map(difference -> new Difference(
                        difference.id(),
                        difference.kind(),
                        difference.baseline().map(place -> numbered(place, left)),
                        difference.target().map(place -> numbered(place, right)),
                        difference.before(),
                        difference.after(),
                        difference.detail()))
                .map(difference -> change(pair, difference))
                .toList();
        var links = new LinkedHashSet<Spared.Link>();
        for (var bead : collation.alignment()) {
            for (int p : bead.baseline()) {
                for (int q : ends(bead.target())) {
                    links.add(new Spared.Link(
                            pair.baseline().sectionOf(left[p]), pair.target().sectionOf(right[q])));
                }
            }
        }
        return new Found(changes, List.copyOf(links), collation.notCompared(), collation.notes());
    }

    private static List<Integer> ends(List<Integer> passages) {
        return passages.size() < 3 ? passages : List.of(passages.getFirst(), passages.getLast());
    }

    private static Set<PassageKind> kinds(Text text) {
        return text.passages().stream().map(Passage::getKind).collect(Collectors.toSet());
    }

    private static Place numbered(Place place, int[] numbers) {
        return Place.newBuilder(place)
                .setPassages(place.getPassages().stream()
                        .map(passage -> numbers[passage])
                        .toList())
                .build();
    }

    private static boolean isOfTheWhole(Change change) {
        return change.getExplanations().contains(Difference.Detail.TRUNCATED);
    }

    /** Whether its passages are not known, as those of a cut in which no one speaks. */
    private static boolean isNowhere(Change change) {
        return Stream.of(change.getBaseline(), change.getTarget())
                .flatMap(Optional::stream)
                .anyMatch(place -> place.getPassages().isEmpty());
    }

    private static boolean haveIdsInCommon(List<Change> ones, List<Change> others) {
        var ids = ones.stream().map(Change::getId).collect(Collectors.toSet());
        return others.stream().map(Change::getId).anyMatch(ids::contains);
    }

    private static PairReading reading(
            Pair pair, List<Spared.Link> links, Optional<String> notCompared, List<String> notes) {
        return new PairReading(
                pair.baseline().snapshot().getId(),
                pair.target().snapshot().getId(),
                Comparer.VERSION,
                1,
                pair.at(),
                notCompared.orElse(null),
                notes,
                links.stream().map(Spared.Link::baseline).toList(),
                links.stream().map(Spared.Link::target).toList());
    }

    /** A release that its source says is not offered, while the baseline is. */
    private static List<Change> withheld(Pair pair, OtherReleases others) {
        if (pair.baseline().absent() || !pair.target().absent()) {
            return List.of();
        }
        var witnesses = new ArrayList<Witness>();
        witnesses.add(witness(pair.baseline(), WitnessState.PRESENT));
        witnesses.add(witness(pair.target(), WitnessState.MISSING));
        others.all().stream()
                .filter(version -> !pair.holds(version))
                .forEach(version -> witnesses.add(
                        witness(version, version.absent() ? WitnessState.MISSING : WitnessState.PRESENT)));
        var release = pair.baseline().release();
        var title = new Place("", List.of(), null, null, null, release.getTitle(), release.getLanguage());
        var change = change(
                pair,
                new Difference(
                        Ids.of("withheld"),
                        ChangeKind.WITHHELD,
                        Optional.of(title),
                        Optional.empty(),
                        "",
                        "",
                        Difference.Detail.NONE));
        return List.of(Change.newBuilder(change).setWitnesses(witnesses).build());
    }

    /** A change that was not read again, as it is found now. */
    private static Change again(Change known, Pair pair) {
        return Change.newBuilder(known)
                .setStatus(ChangeStatus.OPEN)
                .setFirstSeen(pair.at())
                .setLastConfirmed(pair.at())
                .setTimesSeen(1)
                .setReadings(1)
                .setPipeline(null)
                .build();
    }

    private static List<Change> witnessed(List<Change> changes, Pair pair, OtherReleases others) {
        return changes.stream().map(change -> witnessed(change, pair, others)).toList();
    }

    private static Change witnessed(Change change, Pair pair, OtherReleases others) {
        if (change.getBaseline().isEmpty() || change.getKind() == ChangeKind.WITHHELD) {
            return change;
        }
        var witnesses = new ArrayList<Witness>();
        witnesses.add(witness(pair.baseline(), WitnessState.PRESENT));
        witnesses.add(witness(pair.target(), inTarget(change.getKind())));
        witnesses.addAll(
                others.witnesses(pair, change.getId(), change.getBaseline().get()));
        return Change.newBuilder(change).setWitnesses(witnesses).build();
    }

    private static WitnessState inTarget(ChangeKind kind) {
        return switch (kind) {
            case REMOVED, WITHHELD -> WitnessState.MISSING;
            case SHORTENED, ALTERED, CONCEPT_LOST, FIELD_CHANGED -> WitnessState.ALTERED;
            case ADDED, MOVED, RESTORED -> WitnessState.PRESENT;
        };
    }

    private static Witness witness(Version version, WitnessState state) {
        return new Witness(version.release().getId(), version.release().getMarket(), state);
    }

    private static Change change(Pair pair, Difference difference) {
        var release = pair.target().release();
        return Change.newBuilder()
                .setId(Ids.of(release.getWork(), pair.key(), difference.id()))
                .setWork(release.getWork())
                .setTitle(release.getTitle())
                .setMedium(release.getMedium())
                .setKind(difference.kind())
                .setComparison(pair.kind())
                .setBaselineRelease(pair.baseline().release())
                .setBaselineSnapshot(pair.baseline().snapshot().getId())
                .setTargetRelease(release)
                .setTargetSnapshot(pair.target().snapshot().getId())
                .setBaseline(difference.baseline().orElse(null))
                .setTarget(difference.target().orElse(null))
                .setBefore(difference.before())
                .setAfter(difference.after())
                .setWitnesses(List.of())
                .setExplanations(difference.detail().explanations())
                .setConfidence(difference.detail().confidence())
                .setLost(difference.detail().lost())
                .setGained(difference.detail().gained())
                .setConcepts(difference.detail().concepts())
                .setCutMillis(difference.detail().cut().map(Duration::toMillis).orElse(null))
                .setSpreadFrom(null)
                .setRestores(null)
                .setStatus(ChangeStatus.OPEN)
                .setFirstSeen(pair.at())
                .setLastConfirmed(pair.at())
                .setEngine(Comparer.VERSION)
                .build();
    }
}
