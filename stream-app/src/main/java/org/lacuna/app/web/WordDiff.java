package org.lacuna.app.web;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Two readings of a passage, with the words marked that the other side lacks: words where words are spaced, single
 * characters in Han, kana and the like. The longest common subsequence (Wagner and Fischer 1974), bounded.
 *
 * @param baseline runs of the one
 * @param target runs of the other
 */
record WordDiff(List<Run> baseline, List<Run> target) {

    /** Cells of the table; above that the middle is marked as a whole. */
    private static final int MOST = 1_000_000;

    private static final Pattern TOKEN = Pattern.compile(
            "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]|[\\p{L}\\p{M}\\p{N}]+(?:['’][\\p{L}]+)*|\\s+|.",
            Pattern.DOTALL);

    static WordDiff of(String baseline, String target) {
        var left = TOKEN.matcher(baseline).results().map(MatchResult::group).toList();
        var right = TOKEN.matcher(target).results().map(MatchResult::group).toList();
        var one = left.stream().map(WordDiff::plain).toList();
        var two = right.stream().map(WordDiff::plain).toList();
        int start = 0;
        while (start < Math.min(one.size(), two.size()) && one.get(start).equals(two.get(start))) {
            start++;
        }
        int end = 0;
        while (end < Math.min(one.size(), two.size()) - start
                && one.get(one.size() - 1 - end).equals(two.get(two.size() - 1 - end))) {
            end++;
        }
        var gone = new BitSet();
        var come = new BitSet();
        gone.set(start, one.size() - end);
        come.set(start, two.size() - end);
        keepCommon(one, two, start, end, gone, come);
        return new WordDiff(runs(left, gone), runs(right, come));
    }

    private static void keepCommon(List<String> one, List<String> two, int start, int end, BitSet gone, BitSet come) {
        int rows = one.size() - start - end;
        int columns = two.size() - start - end;
        if ((long) rows * columns > MOST) {
            return;
        }
        var length = new int[rows + 1][columns + 1];
        for (int i = rows - 1; i >= 0; i--) {
            for (int j = columns - 1; j >= 0; j--) {
                length[i][j] = one.get(start + i).equals(two.get(start + j))
                        ? length[i + 1][j + 1] + 1
                        : Math.max(length[i + 1][j], length[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < rows && j < columns) {
            if (one.get(start + i).equals(two.get(start + j))) {
                gone.clear(start + i++);
                come.clear(start + j++);
            } else if (length[i + 1][j] >= length[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
    }

    /** Simplified and Traditional, upper and lower case read the same. */
    private static String plain(String token) {
        return token.codePoints().anyMatch(Character::isIdeographic)
                ? ZhConverterUtil.toSimple(token)
                : token.toLowerCase(Locale.ROOT);
    }

    private static List<Run> runs(List<String> tokens, BitSet marked) {
        for (int i = 1; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).isBlank() && marked.get(i - 1) && marked.get(i + 1)) {
                marked.set(i);
            }
        }
        var runs = new ArrayList<Run>();
        int from = 0;
        while (from < tokens.size()) {
            boolean differs = marked.get(from);
            int to = Math.min(tokens.size(), differs ? marked.nextClearBit(from) : next(marked, from));
            runs.add(new Run(String.join("", tokens.subList(from, to)), differs));
            from = to;
        }
        return runs;
    }

    private static int next(BitSet marked, int from) {
        int set = marked.nextSetBit(from);
        return set < 0 ? Integer.MAX_VALUE : set;
    }
}
