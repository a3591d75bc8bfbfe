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

    /** The same with places: the mark has the place of the whole number. */
    static Normaliser.Read withoutNumber(Normaliser.Read read, Vocabulary vocabulary) {
        int end = endOfNumber(read.ids(), vocabulary);
        if (end == 0) {
            return read;
        }
        int dropped = end - 2;
        int[] ids = marked(read.ids(), 1, end);
        var from = new int[ids.length];
        var to = new int[ids.length];
        for (int i = 0; i < ids.length; i++) {
            from[i] = read.from()[i <= 1 ? i : i + dropped];
            to[i] = read.to()[i < 1 ? i : i + dropped];
        }
        return new Normaliser.Read(ids, from, to);
    }

    /** The tokens with a heading's number replaced by one mark; the same array where it is no heading. */
    public static int[] withoutNumber(int[] tokens, Vocabulary vocabulary) {
        int end = endOfNumber(tokens, vocabulary);
        return end == 0 ? tokens : marked(tokens, 1, end);
    }

    /** Where the number ends that stands at the second token of a heading; 0 where it is no heading. */
    private static int endOfNumber(int[] tokens, Vocabulary vocabulary) {
        if (tokens.length < 2 || tokens.length > LONGEST) {
            return 0;
        }
        if (NAMES.contains(vocabulary.text(tokens[0]))) {
            return NUMBER.matcher(vocabulary.text(tokens[1])).matches() ? 2 : 0;
        }
        if (tokens[0] != '第') {
            return 0;
        }
        int end = 1;
        while (end < tokens.length && isHanNumber(vocabulary.text(tokens[end]))) {
            end++;
        }
        boolean named = end > 1 && end < tokens.length && HAN_NAMES.contains(vocabulary.text(tokens[end]));
        return named ? end : 0;
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
