package org.lacuna.app.compare.engine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.lacuna.app.compare.engine.collation.Bead;
import org.lacuna.app.compare.engine.collation.Selection;
import org.lacuna.app.compare.engine.normal.Normaliser;
import org.lacuna.app.compare.engine.normal.Tokens;
import org.lacuna.app.compare.engine.normal.Vocabulary;
import org.lacuna.app.compare.engine.same.Anchors;
import org.lacuna.app.compare.engine.same.Classifier;
import org.lacuna.app.compare.engine.same.Matching;
import org.lacuna.app.compare.engine.timed.CueTexts;
import org.lacuna.schema.Passage;

/** Cues of one language, whose words are compared. Not thread-safe. */
final class SameCues implements CueTexts {

    /** A cue of fewer words than this, such as "Yes", stands in too many places to tell anything. */
    private static final int TELLING = 2;

    private final List<Passage> a;
    private final List<Passage> b;
    private final Vocabulary vocabulary;
    private final Normaliser normaliser;
    private final Map<List<Integer>, Integer> numbers = new HashMap<>();

    SameCues(Selection a, Selection b, Vocabulary vocabulary) {
        this.a = a.all();
        this.b = b.all();
        this.vocabulary = vocabulary;
        this.normaliser = new Normaliser(vocabulary);
    }

    @Override
    public boolean sameLanguage() {
        return true;
    }

    @Override
    public int[] numbersA(int[] passages) {
        return numbers(passages, a);
    }

    @Override
    public int[] numbersB(int[] passages) {
        return numbers(passages, b);
    }

    private int[] numbers(int[] passages, List<Passage> side) {
        return Arrays.stream(passages)
                .map(passage -> {
                    int[] words = normaliser.tokens(side.get(passage).getText());
                    return words.length < TELLING
                            ? 0
                            : numbers.computeIfAbsent(
                                    Arrays.stream(words).boxed().toList(), text -> numbers.size() + 1);
                })
                .toArray();
    }

    @Override
    public boolean isSaidIn(int baseline, int target) {
        int[] ours = normaliser.tokens(a.get(baseline).getText());
        int[] theirs = normaliser.tokens(b.get(target).getText());
        for (int at = 0; ours.length > 0 && at + ours.length <= theirs.length; at++) {
            if (Arrays.equals(ours, 0, ours.length, theirs, at, at + ours.length)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Bead.Kind kind(List<Integer> baseline, List<Integer> target) {
        Tokens ours = Tokens.of(baseline.stream().map(a::get).toList(), normaliser, vocabulary);
        Tokens theirs = Tokens.of(target.stream().map(b::get).toList(), normaliser, vocabulary);
        Matching matching = Anchors.align(ours.ids, theirs.ids);
        return new Classifier(ours, theirs, matching, vocabulary).kind(positions(baseline), positions(target));
    }

    private static List<Integer> positions(List<Integer> passages) {
        return IntStream.range(0, passages.size()).boxed().toList();
    }
}
