package org.lacuna.app.compare.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lacuna.app.compare.engine.collation.Aligned;
import org.lacuna.app.compare.engine.collation.Bead;
import org.lacuna.app.compare.engine.collation.Difference;
import org.lacuna.app.compare.engine.collation.Omission;
import org.lacuna.app.compare.engine.normal.Normaliser;
import org.lacuna.app.compare.engine.normal.Vocabulary;
import org.lacuna.schema.ChangeKind;
import org.lacuna.schema.PassageKind;
import org.lacuna.schema.Place;
import org.lacuna.schema.Span;

/**
 * Turns beads into differences with ids that depend on content alone; neighbours of one kind become one difference, as
 * long as its text is one that a record can hold.
 */
final class Differences {

    private final Places a;
    private final Places b;
    private final Normaliser normaliser;
    private final Vocabulary vocabulary;
    private final Map<Bead, Difference.Detail> details;
    private final Map<Integer, Integer> follows = new HashMap<>();
    private final Map<String, Integer> ordinals = new HashMap<>();

    /**
     * Differences of two texts.
     *
     * @param alignment all beads in order, which tells what an addition follows
     */
    Differences(Places a, Places b, Vocabulary vocabulary, Map<Bead, Difference.Detail> details, List<Bead> alignment) {
        this.details = details;
        int last = -1;
        for (Bead bead : alignment) {
            for (int q : bead.target()) {
                follows.put(q, last);
            }
            last = bead.baseline().isEmpty() ? last : bead.baseline().getFirst();
        }
        this.a = a;
        this.b = b;
        this.vocabulary = vocabulary;
        this.normaliser = new Normaliser(vocabulary);
    }

    /**
     * The differences, in the order of the baseline.
     *
     * @param beads beads that differ, in alignment order
     * @param omissions words that are missing; beads that differ in nothing else are not among the beads
     * @param cuts stretches of time that one side lacks; their cues are in none of the beads
     */
    List<Difference> of(List<Bead> beads, List<Omission> omissions, List<Aligned.Cut> cuts) {
        var out = new ArrayList<>(of(beads));
        omissions.forEach(omission -> out.add(difference(omission)));
        if (!omissions.isEmpty()) {
            sort(out);
        }
        for (Aligned.Cut cut : cuts) {
            Difference difference = cut(cut);
            long at = start(difference);
            int before = 0;
            while (before < out.size() && start(out.get(before)) <= at) {
                before++;
            }
            out.add(before, difference);
        }
        return out;
    }

    /** The same with a missing tail, which is one difference whatever it holds. */
    List<Difference> of(List<Bead> beads, List<Omission> omissions, List<Aligned.Cut> cuts, MissingTail tail) {
        var out = new ArrayList<>(of(beads, omissions, cuts));
        Place place = a.of(tail.passages()).orElseThrow();
        out.add(new Difference(
                id(ChangeKind.REMOVED, Difference.Detail.TRUNCATED, a.joined(tail.passages()), ""),
                ChangeKind.REMOVED,
                Optional.of(place),
                Optional.empty(),
                a.before(tail.passages().getFirst()),
                "",
                new Difference.Detail(
                        MissingTail.CONFIDENCE,
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        List.of(Difference.Detail.TRUNCATED))));
        return out;
    }

    /** By place in the baseline; what was added stands behind what it follows there. */
    private void sort(List<Difference> differences) {
        differences.sort(Comparator.comparing(difference -> difference
                .baseline()
                .map(place -> place.getPassages().getFirst())
                .orElseGet(() -> follows.getOrDefault(
                        difference.target().orElseThrow().getPassages().getFirst(), -1))));
    }

    private Difference difference(Omission omission) {
        Place place = a.of(omission);
        ChangeKind kind = omission.whole() ? ChangeKind.REMOVED : ChangeKind.SHORTENED;
        return new Difference(
                id(kind, "", a.words(omission), ""),
                kind,
                Optional.of(place),
                kind == ChangeKind.REMOVED ? Optional.empty() : b.of(omission.target()),
                a.before(omission),
                a.after(omission),
                omission.whole() ? Difference.Detail.NONE : lost(place.getText()));
    }

    /** The words that a passage lost are all that is quoted of it. */
    private static Difference.Detail lost(String text) {
        return new Difference.Detail(
                1, List.of(new Span(0, text.length())), List.of(), List.of(), Optional.empty(), List.of());
    }

    private static long start(Difference difference) {
        return difference
                .baseline()
                .or(difference::target)
                .flatMap(Place::getFromMillis)
                .orElse(0L);
    }

    /** A cut is known by the cues that it holds or stands between, as its times are only estimates. */
    private Difference cut(Aligned.Cut cut) {
        Places side = cut.inTarget() ? b : a;
        ChangeKind kind = cut.inTarget() ? ChangeKind.ADDED : ChangeKind.REMOVED;
        Place place = side.during(cut);
        String before = side.beforeTime(cut.fromMillis());
        String after = side.afterTime(cut.toMillis());
        var length = Duration.ofMillis(cut.toMillis() - cut.fromMillis());
        return new Difference(
                id(kind, "cut", content(place.getText()), content(before) + "\u0000" + content(after)),
                kind,
                cut.inTarget() ? Optional.empty() : Optional.of(place),
                cut.inTarget() ? Optional.of(place) : Optional.empty(),
                before,
                after,
                new Difference.Detail(
                        cut.confidence(), List.of(), List.of(), List.of(), Optional.of(length), List.of()));
    }

    private List<Difference> of(List<Bead> beads) {
        var out = new ArrayList<Difference>();
        var run = new ArrayList<Bead>();
        int length = 0;
        for (Bead bead : beads) {
            if (bead.kind() == Bead.Kind.SAME) {
                continue;
            }
            int more = Math.max(a.length(bead.baseline()), b.length(bead.target()));
            if (!run.isEmpty() && (length + more > Places.MOST_TEXT || !continues(run.getLast(), bead))) {
                out.add(difference(run));
                run.clear();
                length = 0;
            }
            run.add(bead);
            length += more;
        }
        if (!run.isEmpty()) {
            out.add(difference(run));
        }
        return out;
    }

    private boolean continues(Bead one, Bead next) {
        boolean whole =
                one.kind() == Bead.Kind.REMOVED || one.kind() == Bead.Kind.ADDED || one.kind() == Bead.Kind.MOVED;
        return whole
                && one.kind() == next.kind()
                && neighbours(a, one.baseline(), next.baseline())
                && neighbours(b, one.target(), next.target());
    }

    /** Whether the second passages follow the first in the same section with nothing but blank ones between. */
    private boolean neighbours(Places side, List<Integer> one, List<Integer> next) {
        if (one.isEmpty() || next.isEmpty()) {
            return one.isEmpty() && next.isEmpty();
        }
        int from = one.getLast();
        int to = next.getFirst();
        return from < to
                && to - from < 50
                && side.section(from) == side.section(to)
                && !isKeyed(side, from)
                && !isKeyed(side, to)
                && IntStream.range(from + 1, to).allMatch(i -> isBlank(side, i));
    }

    private static boolean isKeyed(Places side, int passage) {
        PassageKind kind = side.passages().get(passage).getKind();
        return kind == PassageKind.ENTRY || kind == PassageKind.FIELD;
    }

    private boolean isBlank(Places side, int passage) {
        return normaliser.tokens(side.passages().get(passage).getText()).length == 0;
    }

    private Difference difference(List<Bead> run) {
        List<Integer> left = run.stream().flatMap(x -> x.baseline().stream()).toList();
        List<Integer> right = run.stream().flatMap(x -> x.target().stream()).toList();
        Optional<Place> ours = a.of(left);
        Optional<Place> theirs = b.of(right);
        Places side = left.isEmpty() ? b : a;
        List<Integer> shown = left.isEmpty() ? right : left;
        ChangeKind kind = side.passages().get(shown.getFirst()).getKind() == PassageKind.FIELD
                ? ChangeKind.FIELD_CHANGED
                : kind(run.getFirst());
        return new Difference(
                id(kind, ours.or(() -> theirs).flatMap(Place::getKey).orElse(""), a.joined(left), b.joined(right)),
                kind,
                ours,
                theirs,
                side.before(shown.getFirst()),
                side.after(shown.getLast()),
                detail(run));
    }

    /** A passage of which words are marked as gone keeps its place: what it lacks as a clause is told apart. */
    private ChangeKind kind(Bead bead) {
        return bead.kind() == Bead.Kind.SHORTENED && details.containsKey(bead)
                ? ChangeKind.ALTERED
                : ChangeKind.valueOf(bead.kind().name());
    }

    /** What is known of the beads of a run: no surer than the least sure one. */
    private Difference.Detail detail(List<Bead> run) {
        var known = run.stream()
                .flatMap(bead -> Optional.ofNullable(details.get(bead)).stream())
                .toList();
        if (known.size() == 1 && run.size() == 1) {
            return known.getFirst();
        }
        return new Difference.Detail(
                run.stream().mapToDouble(Bead::confidence).min().orElse(1),
                List.of(),
                List.of(),
                known.stream().flatMap(d -> d.concepts().stream()).distinct().toList(),
                Optional.empty(),
                known.stream()
                        .flatMap(d -> d.explanations().stream())
                        .distinct()
                        .toList());
    }

    /** From the whole text, so that two long passages that only begin alike are told apart. */
    private String id(ChangeKind kind, String key, String ours, String theirs) {
        String content = String.join("\u0000", kind.name(), key, content(ours), content(theirs));
        int ordinal = ordinals.merge(content, 1, Integer::sum);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((content + "\u0000" + ordinal).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private String content(String text) {
        var out = new StringBuilder();
        for (int token : normaliser.tokens(text)) {
            out.append(vocabulary.text(token)).append(' ');
        }
        return out.isEmpty() ? text : out.toString();
    }
}
