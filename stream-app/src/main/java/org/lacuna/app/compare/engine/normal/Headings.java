package org.lacuna.app.compare.engine.normal;

import java.util.Set;
import java.util.regex.Pattern;

/** Knows chapter headings: editions number chapters differently, which is no difference of content. */
public final class Headings {

    private static final int LONGEST = 12;
    private static final Set<String> NAMES =
            Set.of("chapter", "chap", "letter", "volume", "vol", "part", "book", "act", "scene", "canto");
    private static final Pattern NUMBER = Pattern.compile(
            "\\d+|[ivxlc]+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
                    + "|sixteen|seventeen|eighteen|nineteen|twenty|first|second|third|fourth|fifth|last");
    private static final String HAN_NUMBERS = "〇零一二三四五六七八九十百千两廿上中下";
    private static final String HAN_NAMES = "章回节卷部集幕篇话";

    private Headings() {}

    /** The tokens with a heading's number replaced by one mark; the same array where it is no heading. */
    public static int[] withoutNumber(int[] tokens, Vocabulary vocabulary) {
        if (tokens.length < 2 || tokens.length > LONGEST) {
            return tokens;
        }
        if (NAMES.contains(vocabulary.text(tokens[0]))) {
            return NUMBER.matcher(vocabulary.text(tokens[1])).matches() ? marked(tokens, 1, 2) : tokens;
        }
        if (tokens[0] != '第') {
            return tokens;
        }
        int end = 1;
        while (end < tokens.length && isHanNumber(vocabulary.text(tokens[end]))) {
            end++;
        }
        boolean named = end > 1 && end < tokens.length && HAN_NAMES.contains(vocabulary.text(tokens[end]));
        return named ? marked(tokens, 1, end) : tokens;
    }

    private static boolean isHanNumber(String text) {
        return HAN_NUMBERS.contains(text) || text.chars().allMatch(Character::isDigit);
    }

    private static int[] marked(int[] tokens, int from, int to) {
        var out = new int[tokens.length - (to - from) + 1];
        System.arraycopy(tokens, 0, out, 0, from);
        out[from] = '#';
        System.arraycopy(tokens, to, out, from + 1, tokens.length - to);
        return out;
    }
}
