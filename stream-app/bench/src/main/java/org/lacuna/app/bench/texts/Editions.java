package org.lacuna.app.bench.texts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Two editions of an invented book. The second lacks passages, has blocks at other places, breaks its lines elsewhere and
 * has a share of its words revised. Seeded: the same arguments give the same editions.
 *
 * @param language BCP 47 tag of both
 * @param baseline the first edition, a paragraph a line
 * @param target the second
 * @param removed of the baseline's tokens, from 0, those of passages that the target lacks
 * @param tokens the number of tokens of the baseline
 * @param moved the number of blocks that stand elsewhere
 */
public record Editions(String language, String baseline, String target, BitSet removed, int tokens, int moved) {

    private static final int VOCABULARY = 12_000;
    private static final int SHORTEST = 5;
    private static final int LONGEST = 26;
    private static final int CUT = 8;
    private static final int BLOCK = 24;
    private static final int PARAGRAPH = 5;
    private static final int OTHER_PARAGRAPH = 7;

    /**
     * What happens between the editions.
     *
     * @param cuts passages deleted, each of 1 to 8 sentences
     * @param moves blocks of up to 24 sentences that move
     * @param revised share of the words that are replaced, dropped or joined by another, from 0 to 1
     */
    public record Revision(int cuts, int moves, double revised) {}

    /**
     * Writes both editions.
     *
     * @param bytes least size of the first in UTF-8
     */
    public static Editions of(boolean chinese, int bytes, Revision revision, long seed) {
        var random = new SplittableRandom(seed);
        Tongue tongue = chinese ? Tongue.chinese(VOCABULARY, random) : Tongue.english(VOCABULARY, random);
        List<int[]> book = book(tongue, bytes, random);
        int[] fate = fate(book.size(), revision, random);
        var removed = new BitSet();
        int tokens = 0;
        for (int s = 0; s < book.size(); s++) {
            int length = Arrays.stream(book.get(s)).map(tongue::tokens).sum();
            if (fate[s] == DELETED) {
                removed.set(tokens, tokens + length);
            }
            tokens += length;
        }
        List<int[]> other = new ArrayList<>();
        for (int s : order(fate, revision.moves(), random)) {
            other.add(revised(book.get(s), revision.revised(), tongue, random));
        }
        return new Editions(
                tongue.language(),
                lines(tongue, book, PARAGRAPH),
                lines(tongue, other, OTHER_PARAGRAPH),
                removed,
                tokens,
                revision.moves());
    }

    private static final int KEPT = 0;
    private static final int DELETED = -1;

    private static List<int[]> book(Tongue tongue, int bytes, SplittableRandom random) {
        var book = new ArrayList<int[]>();
        for (long size = 0; size < bytes; ) {
            int words = random.nextInt(SHORTEST, LONGEST);
            var sentence = new int[words];
            Arrays.setAll(sentence, i -> tongue.draw(random));
            book.add(sentence);
            size += tongue.language().equals("en")
                    ? tongue.sentence(sentence).length() + 1L
                    : 3L * tongue.sentence(sentence).length();
        }
        return book;
    }

    /** For each sentence: kept, deleted, or the number of the moved block that it is in, from 1. */
    private static int[] fate(int sentences, Revision revision, SplittableRandom random) {
        var fate = new int[sentences];
        for (int n = 0; n < revision.cuts() + revision.moves(); n++) {
            boolean cut = n < revision.cuts();
            int longest = Math.max(1, Math.min(cut ? CUT : BLOCK, sentences / 40));
            int length = 1 + random.nextInt(longest);
            int from = free(fate, length, random);
            Arrays.fill(fate, from, from + length, cut ? DELETED : n - revision.cuts() + 1);
        }
        return fate;
    }

    private static int free(int[] fate, int length, SplittableRandom random) {
        while (true) {
            int from = random.nextInt(1, fate.length - length);
            if (Arrays.stream(fate, from - 1, from + length + 1).allMatch(f -> f == KEPT)) {
                return from;
            }
        }
    }

    private static List<Integer> order(int[] fate, int moves, SplittableRandom random) {
        var order = new ArrayList<Integer>();
        for (int s = 0; s < fate.length; s++) {
            if (fate[s] == KEPT) {
                order.add(s);
            }
        }
        for (int move = 1; move <= moves; move++) {
            var block = new ArrayList<Integer>();
            for (int s = 0; s < fate.length; s++) {
                if (fate[s] == move) {
                    block.add(s);
                }
            }
            order.addAll(random.nextInt(order.size()), block);
        }
        return order;
    }

    private static int[] revised(int[] sentence, double share, Tongue tongue, SplittableRandom random) {
        var words = new ArrayList<Integer>();
        for (int word : sentence) {
            if (random.nextDouble() >= share) {
                words.add(word);
                continue;
            }
            int what = random.nextInt(10);
            if (what != 0) {
                words.add(tongue.draw(random));
            }
            if (what == 1) {
                words.add(word);
            }
        }
        if (words.isEmpty()) {
            words.add(sentence[0]);
        }
        return words.stream().mapToInt(Integer::intValue).toArray();
    }

    private static String lines(Tongue tongue, List<int[]> sentences, int paragraph) {
        var text = new StringBuilder();
        for (int s = 0; s < sentences.size(); s++) {
            boolean last = (s + 1) % paragraph == 0;
            text.append(tongue.sentence(sentences.get(s)))
                    .append(last ? "\n\n" : tongue.language().equals("en") ? " " : "");
        }
        return text.toString();
    }
}
