package org.lacuna.app.compare;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lacuna.app.compare.engine.Witnesses;
import org.lacuna.app.compare.engine.collation.Text;
import org.lacuna.schema.Change;
import org.lacuna.schema.ChangeKind;
import org.lacuna.schema.ChangeStatus;
import org.lacuna.schema.ComparisonKind;
import org.lacuna.schema.Passage;
import org.lacuna.schema.PassageKind;
import org.lacuna.schema.Place;
import org.lacuna.schema.WitnessState;
import org.lacuna.topics.Ids;

/**
 * Holds the changes that a work has now against those it had: new ones, ones that stand otherwise, ones that hold no
 * longer, passages that stand again, edits that reached another market. Used once, by one thread.
 */
final class LifeOfChanges {

    private static final Set<ChangeKind> LOSSES =
            Set.of(ChangeKind.REMOVED, ChangeKind.SHORTENED, ChangeKind.ALTERED, ChangeKind.WITHHELD);

    private final MarketPlan.Confirmation confirmation;
    private final Function<Change, Optional<String>> ofPipeline;
    private final Map<String, Change> known = new LinkedHashMap<>();
    private final Set<String> heldUntilNow;
    private final List<Change> news = new ArrayList<>();
    private final Set<String> still = new HashSet<>();
    private final List<Change> moved = new ArrayList<>();
    private final Predicate<Place> appeared;

    /**
     * A life.
     *
     * @param known the changes of the work so far
     * @param confirmation when a change is no longer provisional
     * @param appeared whether a passage stands in the version that is new and did not in the one before
     * @param ofPipeline whether a change would have been found, or not found, before any release changed: our own rules did
     */
    LifeOfChanges(
            Collection<Change> known,
            MarketPlan.Confirmation confirmation,
            Function<Change, Optional<String>> ofPipeline,
            Predicate<Place> appeared) {
        this.appeared = appeared;
        this.confirmation = confirmation;
        this.ofPipeline = ofPipeline;
        known.forEach(change -> this.known.put(change.getId(), change));
        this.heldUntilNow =
                known.stream().filter(LifeOfChanges::isOpen).map(Change::getId).collect(Collectors.toUnmodifiableSet());
    }

    /** Changes that are new or stand otherwise than before. */
    List<Change> news() {
        return List.copyOf(news);
    }

    /** Changes that stand as before, but whose passages have other numbers now. */
    List<Change> moved() {
        return List.copyOf(moved);
    }

    /** Takes every change between markets that the work has now; what is not among them holds no longer. */
    void markets(List<Change> found) {
        for (var change : found) {
            still.add(change.getId());
            take(change);
        }
        for (var change : List.copyOf(known.values())) {
            if (change.getComparison() == ComparisonKind.MARKETS && isOpen(change) && !still.contains(change.getId())) {
                close(change);
            }
        }
    }

    /** Takes the changes of a release against its own past. */
    void moments(List<Change> found, Version current) {
        var restored = known.values().stream()
                .filter(change -> change.getTargetRelease()
                        .getId()
                        .equals(current.release().getId()))
                .filter(change -> LOSSES.contains(change.getKind()))
                .filter(change -> standsAgain(change, current))
                .toList();
        for (var change : found) {
            if (change.getKind() == ChangeKind.ADDED && restores(change, restored)) {
                continue;
            }
            take(spread(change));
        }
        for (var loss : restored) {
            if (isOpen(loss)) {
                close(loss);
            }
            take(restoration(loss, current));
        }
    }

    /** A loss that held until this snapshot and whose passage is there again. */
    private boolean standsAgain(Change loss, Version current) {
        if (!heldUntilNow.contains(loss.getId()) || still.contains(loss.getId()) || current.absent()) {
            return false;
        }
        return loss.getKind() == ChangeKind.WITHHELD
                || loss.getBaseline().filter(appeared).isPresent();
    }

    private static boolean restores(Change added, List<Change> restored) {
        return added.getTarget()
                .filter(place -> restored.stream()
                        .flatMap(loss -> loss.getBaseline().stream())
                        .anyMatch(lost -> says(lost, place)))
                .isPresent();
    }

    private static boolean says(Place whole, Place part) {
        var passage =
                new Passage(PassageKind.PROSE, whole.getText(), whole.getKey().orElse(null), null, null);
        var text = new Text(whole.getLanguage(), List.of(new Text.Section("", List.of(passage))));
        return Witnesses.of(text).lookUp(part) == WitnessState.PRESENT;
    }

    private static Change restoration(Change loss, Version current) {
        return Change.newBuilder(loss)
                .setId(Ids.of("restored", loss.getId()))
                .setKind(ChangeKind.RESTORED)
                .setComparison(ComparisonKind.MOMENTS)
                .setTargetSnapshot(current.snapshot().getId())
                .setRestores(loss.getId())
                .setTimesSeen(1)
                .setPipeline(null)
                .setStatus(ChangeStatus.OPEN)
                .setFirstSeen(current.snapshot().getObservedAt())
                .setLastConfirmed(current.snapshot().getObservedAt())
                .build();
    }

    /** Links a loss over time to the same loss in another market, seen earlier. */
    private Change spread(Change change) {
        if (!LOSSES.contains(change.getKind())) {
            return change;
        }
        Optional<Change> earlier = Stream.concat(known.values().stream(), news.stream())
                .filter(other -> other.getComparison() == ComparisonKind.MARKETS)
                .filter(other -> LOSSES.contains(other.getKind()))
                .filter(other -> !other.getTargetRelease()
                        .getId()
                        .equals(change.getTargetRelease().getId()))
                .filter(other -> other.getFirstSeen().isBefore(change.getFirstSeen()))
                .filter(other -> sameLoss(other, change))
                .findFirst();
        return earlier.map(other -> Change.newBuilder(change)
                        .setSpreadFrom(other.getId())
                        .setSpreadAfterMillis(Duration.between(other.getFirstSeen(), change.getFirstSeen())
                                .toMillis())
                        .build())
                .orElse(change);
    }

    private static boolean sameLoss(Change one, Change other) {
        return one.getBaseline().isPresent()
                && other.getBaseline().isPresent()
                && says(one.getBaseline().get(), other.getBaseline().get());
    }

    private void take(Change change) {
        var before = Optional.ofNullable(known.get(change.getId()));
        var seen = before.map(earlier -> Change.newBuilder(change)
                        .setFirstSeen(earlier.getFirstSeen())
                        .setTimesSeen(earlier.getTimesSeen()
                                + (change.getLastConfirmed().isAfter(earlier.getLastConfirmed()) ? 1 : 0))
                        .setPipeline(earlier.getPipeline().orElse(null))
                        .build())
                .orElseGet(() -> Change.newBuilder(change)
                        .setPipeline(ofPipeline.apply(change).orElse(null))
                        .build());
        boolean counts = confirmation.holds(seen)
                || before.filter(earlier -> earlier.getStatus() == ChangeStatus.OPEN)
                        .isPresent();
        var kept = Change.newBuilder(seen)
                .setStatus(counts ? ChangeStatus.OPEN : ChangeStatus.PROVISIONAL)
                .build();
        known.put(kept.getId(), kept);
        if (before.filter(earlier -> standsAlike(earlier, kept)).isEmpty()) {
            news.add(kept);
        } else if (!numbers(before.get()).equals(numbers(kept))) {
            moved.add(kept);
        }
    }

    private void close(Change change) {
        var closed = Change.newBuilder(change)
                .setStatus(ChangeStatus.CLOSED)
                .setPipeline(ofPipeline.apply(change).orElse(null))
                .build();
        known.put(closed.getId(), closed);
        news.add(closed);
    }

    private static boolean isOpen(Change change) {
        return change.getStatus() != ChangeStatus.CLOSED;
    }

    /** Whether nothing differs but when and in which snapshots it was seen, and how many passages stand before it. */
    private static boolean standsAlike(Change one, Change other) {
        return Change.newBuilder(one)
                .setLastConfirmed(other.getLastConfirmed())
                .setTimesSeen(other.getTimesSeen())
                .setReadings(other.getReadings())
                .setBaselineSnapshot(other.getBaselineSnapshot())
                .setTargetSnapshot(other.getTargetSnapshot())
                .setBaseline(numberedAs(one.getBaseline(), other.getBaseline()))
                .setTarget(numberedAs(one.getTarget(), other.getTarget()))
                .build()
                .equals(other);
    }

    private static @Nullable Place numberedAs(Optional<Place> one, Optional<Place> other) {
        return one.map(place -> other.filter(like ->
                                like.getPassages().size() == place.getPassages().size())
                        .map(like -> Place.newBuilder(place)
                                .setPassages(like.getPassages())
                                .build())
                        .orElse(place))
                .orElse(null);
    }

    private static List<List<Integer>> numbers(Change change) {
        return Stream.of(change.getBaseline(), change.getTarget())
                .map(place -> place.map(Place::getPassages).orElse(List.of()))
                .toList();
    }
}
