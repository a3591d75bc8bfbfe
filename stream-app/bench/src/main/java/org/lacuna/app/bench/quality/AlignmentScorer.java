package org.lacuna.app.bench.quality;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lacuna.app.compare.engine.collation.Collation;

/**
 * Holds an alignment against a gold one. Precision runs over all links given, those with an empty side included; recall over
 * the gold links with both sides. A link with an empty side and n lines on the other counts as n links. Source: the counting
 * of Vecalign's scorer (Thompson and Koehn 2019).
 */
public final class AlignmentScorer {

    private final Set<Link> gold;
    private final Set<Link> given;

    /** A scorer of one alignment. */
    public AlignmentScorer(Collection<Link> gold, Collection<Link> given) {
        this.gold = split(gold);
        this.given = split(given);
    }

    /** The links that a comparison made. */
    public static List<Link> links(Collation collation) {
        return collation.alignment().stream()
                .map(bead -> new Link(bead.baseline(), bead.target()))
                .toList();
    }

    /** A link is right when the gold has the very same. */
    public Score strict() {
        Set<Link> both = both(given);
        return new Score(
                given.stream().filter(gold::contains).count(),
                given.size(),
                both(gold).stream().filter(both::contains).count(),
                both(gold).size());
    }

    /** A link is right when the gold links some of its lines of one side to some of the other. */
    public Score lax() {
        Map<Integer, Set<Integer>> ofGold = partners(gold);
        Map<Integer, Set<Integer>> ofGiven = partners(both(given));
        Set<Link> both = both(gold);
        return new Score(
                given.stream()
                        .filter(x -> gold.contains(x) || touches(ofGold, x))
                        .count(),
                given.size(),
                both.stream().filter(x -> touches(ofGiven, x)).count(),
                both.size());
    }

    /** Lines of the baseline that stand alone. */
    public Score removed() {
        return Score.of(alone(given), alone(gold));
    }

    private static Set<Integer> alone(Set<Link> links) {
        return links.stream()
                .filter(link -> link.target().isEmpty())
                .flatMap(link -> link.baseline().stream())
                .collect(Collectors.toSet());
    }

    private static Set<Link> both(Set<Link> links) {
        return links.stream().filter(Link::hasBoth).collect(Collectors.toSet());
    }

    private static Map<Integer, Set<Integer>> partners(Set<Link> links) {
        Map<Integer, Set<Integer>> partners = new HashMap<>();
        for (Link link : links) {
            link.baseline().forEach(i -> partners.computeIfAbsent(i, k -> new HashSet<>())
                    .addAll(link.target()));
        }
        return partners;
    }

    private static boolean touches(Map<Integer, Set<Integer>> partners, Link link) {
        return link.baseline().stream()
                .anyMatch(i -> link.target().stream().anyMatch(partners.getOrDefault(i, Set.of())::contains));
    }

    private static Set<Link> split(Collection<Link> links) {
        return links.stream()
                .flatMap(link -> link.hasBoth()
                        ? Stream.of(link)
                        : Stream.concat(
                                link.baseline().stream().map(i -> new Link(List.of(i), List.of())),
                                link.target().stream().map(j -> new Link(List.of(), List.of(j)))))
                .collect(Collectors.toSet());
    }
}
