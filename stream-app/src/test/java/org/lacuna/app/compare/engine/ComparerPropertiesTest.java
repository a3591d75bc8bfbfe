package org.lacuna.app.compare.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.lacuna.app.compare.engine.collation.Bead;
import org.lacuna.app.compare.engine.collation.Text;
import org.lacuna.schema.ChangeKind;

class ComparerPropertiesTest {

    private static final String WORDS =
            "river stone lamp winter mother soldier bridge garden letter window market horse "
                    + "night silver paper music harbour thunder orchard candle mirror village teacher wagon the a of and was to";

    private final Comparer comparer = new Comparer();

    private static List<String> sentences(Random random, int count) {
        String[] words = WORDS.split(" ", -1);
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    var s = new StringBuilder("Line" + i + " says");
                    for (int n = 4 + random.nextInt(12); n > 0; n--) {
                        s.append(' ').append(words[random.nextInt(words.length)]);
                    }
                    return s.append('.').toString();
                })
                .toList();
    }

    @Property(tries = 60)
    void textAgainstItselfGivesNothing(@ForAll long seed, @ForAll @IntRange(max = 40) int count) {
        Text text = Texts.prose("en", sentences(new Random(seed), count));
        var found = comparer.compare(text, text);
        assertThat(found.differences()).isEmpty();
        assertThat(found.alignment()).allMatch(b -> b.kind() == Bead.Kind.SAME).hasSize(count);
    }

    @Property(tries = 100)
    void deletedPassagesAreExactlyTheRemovedOnes(@ForAll long seed, @ForAll @IntRange(min = 4, max = 60) int count) {
        var random = new Random(seed);
        List<String> all = sentences(random, count);
        var kept = new ArrayList<String>();
        var gone = new ArrayList<Integer>();
        for (int i = 0; i < count; i++) {
            if (i > 0 && random.nextInt(4) == 0) {
                gone.add(i);
            } else {
                kept.add(all.get(i));
            }
        }
        var found = comparer.compare(Texts.prose("en", all), Texts.prose("en", kept));
        assertThat(found.differences()).allMatch(d -> d.kind() == ChangeKind.REMOVED);
        assertThat(found.differences().stream().flatMap(d -> d.baseline().orElseThrow().getPassages().stream()))
                .containsExactlyElementsOf(gone);
    }

    @Property(tries = 100)
    void alignmentCoversEachPassageOnce(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int count) {
        var random = new Random(seed);
        List<String> all = sentences(random, count);
        var other = new ArrayList<String>();
        for (String s : all) {
            switch (random.nextInt(6)) {
                case 0 -> other.add("Something else " + random.nextInt());
                case 1 -> other.add("—");
                case 2 -> other.add(random.nextInt(other.size() + 1), s);
                default -> other.add(s);
            }
        }
        Text a = Texts.prose("en", all);
        Text b = Texts.prose("en", other);
        var found = comparer.compare(a, b);
        assertThat(found.alignment().stream().flatMap(x -> x.baseline().stream()))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, count).boxed().toList());
        assertThat(found.alignment().stream().flatMap(x -> x.target().stream()))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, other.size()).boxed().toList());
    }

    @Property(tries = 60)
    void swappingTheSidesTurnsRemovalsIntoAdditions(@ForAll long seed, @ForAll @IntRange(min = 4, max = 40) int count) {
        List<String> all = sentences(new Random(seed), count);
        Text a = Texts.prose("en", all);
        Text b = Texts.prose("en", all.subList(2, count));
        var there = comparer.compare(a, b).alignment();
        var back = comparer.compare(b, a).alignment();
        assertThat(back)
                .containsExactlyInAnyOrderElementsOf(
                        there.stream().map(ComparerPropertiesTest::mirrored).toList());
    }

    private static Bead mirrored(Bead bead) {
        List<Integer> first = bead.target();
        List<Integer> second = bead.baseline();
        return new Bead(first, second, bead.kind() == Bead.Kind.REMOVED ? Bead.Kind.ADDED : bead.kind());
    }
}
