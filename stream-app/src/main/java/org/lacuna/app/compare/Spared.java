package org.lacuna.app.compare;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lacuna.app.compare.engine.same.Chain;
import org.lacuna.schema.Change;
import org.lacuna.schema.PairReading;
import org.lacuna.schema.Place;
import org.lacuna.schema.SectionRef;

/**
 * Which sections of a pair must be read. The others stand as they were last read, with everything that they are aligned
 * with, or are the same on both sides. Sections count from 0.
 */
final class Spared {

    private final Pair pair;
    private final BitSet baseline;
    private final BitSet target;
    private final List<Link> links = new ArrayList<>();
    private final Map<Integer, Integer> baselineNow = new HashMap<>();
    private final Map<Integer, Integer> targetNow = new HashMap<>();
    private @Nullable Version wasBaseline;
    private @Nullable Version wasTarget;

    /** A section of the baseline and one of the target of which passages are aligned with each other. */
    record Link(int baseline, int target) {}

    /**
     * How a pair was last read.
     *
     * @param reading what it gave
     * @param baseline the version of that time
     * @param target the version of that time
     */
    record Last(PairReading reading, Version baseline, Version target) {}

    private Spared(Pair pair) {
        this.pair = pair;
        this.baseline = pair.baseline().all();
        this.target = pair.target().all();
    }

    /** Everything is read. */
    static Spared nothing(Pair pair) {
        return new Spared(pair);
    }

    /** What the last reading spares, where there was one, and what is the same on both sides. */
    static Spared of(Pair pair, Optional<Last> last) {
        var spared = new Spared(pair);
        last.ifPresent(spared::asLastRead);
        spared.sameOnBothSides();
        return spared;
    }

    /** Sections of the baseline that must be read. */
    BitSet baseline() {
        return baseline;
    }

    /** Sections of the target that must be read. */
    BitSet target() {
        return target;
    }

    /** A change of the last reading with the numbers that its passages have now; empty where they must be read again. */
    Optional<Change> carried(Change change) {
        var ours = change.getBaseline().flatMap(place -> moved(place, wasBaseline, pair.baseline(), baselineNow));
        var theirs = change.getTarget().flatMap(place -> moved(place, wasTarget, pair.target(), targetNow));
        if (ours.isPresent() != change.getBaseline().isPresent()
                || theirs.isPresent() != change.getTarget().isPresent()) {
            return Optional.empty();
        }
        return Optional.of(Change.newBuilder(change)
                .setBaseline(ours.orElse(null))
                .setTarget(theirs.orElse(null))
                .setBaselineSnapshot(pair.baseline().snapshot().getId())
                .setTargetSnapshot(pair.target().snapshot().getId())
                .build());
    }

    private static Optional<Place> moved(
            Place place, @Nullable Version was, Version is, Map<Integer, Integer> sectionsNow) {
        if (was == null || place.getPassages().isEmpty()) {
            return Optional.empty();
        }
        var passages = new ArrayList<Integer>();
        for (int passage : place.getPassages()) {
            int section = was.sectionOf(passage);
            Integer there = sectionsNow.get(section);
            if (there == null) {
                return Optional.empty();
            }
            passages.add(passage - was.start(section) + is.start(there));
        }
        return Optional.of(Place.newBuilder(place).setPassages(passages).build());
    }

    /** Links between sections that need not be read. */
    List<Link> links() {
        return links;
    }

    /** Whether everything must be read. */
    boolean isNothing() {
        return baseline.equals(pair.baseline().all())
                && target.equals(pair.target().all());
    }

    /** Whether nothing must be read. */
    boolean isEverything() {
        return baseline.isEmpty() && target.isEmpty();
    }

    /** Whether what must be read ends where both releases end. */
    boolean holdsBothEnds() {
        return baseline.get(pair.baseline().sections().size() - 1)
                && target.get(pair.target().sections().size() - 1);
    }

    /** A section that changed or went is read with everything that it was linked to, however far. */
    private void asLastRead(Last last) {
        Map<Integer, Integer> ours =
                inOrder(last.baseline().sections(), pair.baseline().sections());
        Map<Integer, Integer> theirs =
                inOrder(last.target().sections(), pair.target().sections());
        var old = linksOf(last.reading());
        Map<Integer, List<Integer>> toTarget = new HashMap<>();
        Map<Integer, List<Integer>> toBaseline = new HashMap<>();
        for (Link link : old) {
            toTarget.computeIfAbsent(link.baseline(), k -> new ArrayList<>()).add(link.target());
            toBaseline.computeIfAbsent(link.target(), k -> new ArrayList<>()).add(link.baseline());
        }
        var left = new BitSet();
        var right = new BitSet();
        Deque<int[]> open = new ArrayDeque<>();
        for (int s = 0; s < last.baseline().sections().size(); s++) {
            if (!ours.containsKey(s)) {
                left.set(s);
                open.add(new int[] {s, 0});
            }
        }
        for (int s = 0; s < last.target().sections().size(); s++) {
            if (!theirs.containsKey(s)) {
                right.set(s);
                open.add(new int[] {s, 1});
            }
        }
        while (!open.isEmpty()) {
            int[] next = open.remove();
            boolean inBaseline = next[1] == 0;
            var across = inBaseline ? right : left;
            for (int other : (inBaseline ? toTarget : toBaseline).getOrDefault(next[0], List.of())) {
                if (!across.get(other)) {
                    across.set(other);
                    open.add(new int[] {other, 1 - next[1]});
                }
            }
        }
        wasBaseline = last.baseline();
        wasTarget = last.target();
        keep(ours, left, baseline, baselineNow);
        keep(theirs, right, target, targetNow);
        for (Link link : old) {
            Integer one = baselineNow.get(link.baseline());
            Integer other = targetNow.get(link.target());
            if (one != null && other != null) {
                links.add(new Link(one, other));
            }
        }
    }

    private static void keep(
            Map<Integer, Integer> inOrder, BitSet again, BitSet read, Map<Integer, Integer> sectionsNow) {
        inOrder.forEach((was, is) -> {
            if (!again.get(was)) {
                read.clear(is);
                sectionsNow.put(was, is);
            }
        });
    }

    private void sameOnBothSides() {
        String ours = pair.baseline().release().getLanguage();
        String theirs = pair.target().release().getLanguage();
        if (!ours.equals(theirs)) {
            return;
        }
        int[] left = baseline.stream().toArray();
        int[] right = target.stream().toArray();
        inOrder(
                        baseline.stream()
                                .mapToObj(pair.baseline().sections()::get)
                                .toList(),
                        target.stream().mapToObj(pair.target().sections()::get).toList())
                .forEach((one, other) -> {
                    baseline.clear(left[one]);
                    target.clear(right[other]);
                    links.add(new Link(left[one], right[other]));
                });
    }

    private static List<Link> linksOf(PairReading reading) {
        var links = new ArrayList<Link>();
        for (int i = 0; i < reading.getBaselineSections().size(); i++) {
            links.add(new Link(
                    reading.getBaselineSections().get(i),
                    reading.getTargetSections().get(i)));
        }
        return links;
    }

    /** Sections of one list that stand in another, as many as stand there in the same order. */
    private static Map<Integer, Integer> inOrder(List<SectionRef> one, List<SectionRef> other) {
        Map<String, Deque<Integer>> there = new HashMap<>();
        for (int s = 0; s < other.size(); s++) {
            there.computeIfAbsent(other.get(s).getHash(), k -> new ArrayDeque<>())
                    .add(s);
        }
        var pairs = new ArrayList<Long>();
        for (int s = 0; s < one.size(); s++) {
            var spots = there.get(one.get(s).getHash());
            if (spots != null && !spots.isEmpty()) {
                pairs.add(((long) s << 32) | spots.remove());
            }
        }
        Map<Integer, Integer> matched = new HashMap<>();
        for (long pair : Chain.longest(pairs.stream().mapToLong(Long::longValue).toArray())) {
            matched.put((int) (pair >>> 32), (int) pair);
        }
        return matched;
    }
}
