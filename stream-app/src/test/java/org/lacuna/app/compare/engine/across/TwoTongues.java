package org.lacuna.app.compare.engine.across;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.lacuna.app.compare.engine.collation.Selection;
import org.lacuna.schema.Passage;
import org.lacuna.schema.PassageKind;

/**
 * A text and its rendering in an invented tongue, for tests: each word has one of its own there, word order is free, and
 * now and then two sentences become one.
 *
 * @param ours sentences of the text
 * @param theirs sentences of the rendering
 * @param from for each sentence of the rendering the first sentence that it renders
 * @param to for each sentence of the rendering the one after the last that it renders
 */
record TwoTongues(List<String> ours, List<String> theirs, List<Integer> from, List<Integer> to) {

    private static final String[] SYLLABLES = {"ka", "mo", "ri", "tel", "vun", "sha", "po", "lin", "dre", "gos"};

    static TwoTongues of(long seed, int sentences) {
        var random = new Random(seed);
        var ours = new ArrayList<String>();
        var theirs = new ArrayList<String>();
        var from = new ArrayList<Integer>();
        var to = new ArrayList<Integer>();
        var pending = new StringBuilder();
        int begun = 0;
        for (int i = 0; i < sentences; i++) {
            List<Integer> words = random.ints(5 + random.nextInt(12), 0, 400)
                    .map(w -> w * w / 400)
                    .boxed()
                    .toList();
            ours.add(String.join(" ", words.stream().map(w -> word(w, "a")).toList()) + ".");
            var turned = new ArrayList<>(words);
            Collections.shuffle(turned, random);
            pending.append(String.join(
                    " ", turned.stream().map(w -> word(w * 7 + 3, "o")).toList()));
            boolean joined = random.nextInt(8) == 0 && i + 1 < sentences;
            if (joined) {
                pending.append(", ");
                continue;
            }
            theirs.add(pending + ".");
            from.add(begun);
            to.add(i + 1);
            pending.setLength(0);
            begun = i + 1;
        }
        return new TwoTongues(ours, theirs, from, to);
    }

    private static String word(int number, String end) {
        return SYLLABLES[number % 10] + SYLLABLES[number / 10 % 10] + SYLLABLES[number / 100 % 10] + end;
    }

    /** The rendering without those sentences that render any of the given ones. */
    TwoTongues without(int first, int after) {
        var kept = IntStream.range(0, theirs.size())
                .filter(j -> to.get(j) <= first || from.get(j) >= after)
                .boxed()
                .toList();
        return new TwoTongues(
                ours,
                kept.stream().map(theirs::get).toList(),
                kept.stream().map(from::get).toList(),
                kept.stream().map(to::get).toList());
    }

    static Selection selection(List<String> sentences, String language) {
        return new Selection(
                sentences.stream()
                        .map(s -> new Passage(PassageKind.PROSE, s, null, null, null))
                        .toList(),
                IntStream.range(0, sentences.size()).boxed().toList(),
                i -> 0,
                language);
    }
}
