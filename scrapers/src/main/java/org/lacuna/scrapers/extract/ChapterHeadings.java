package org.lacuna.scrapers.extract;

import java.util.regex.Pattern;

/** Knows the heading of a chapter from a line of prose. */
final class ChapterHeadings {

    private static final int LONGEST = 90;
    private static final int LONGEST_CHINESE = 40;
    private static final String ORDINAL =
            "(?:\\d{1,4}|[IVXLCDM]{1,9}|(?i:one|two|three|four|five|six|seven|eight|nine|ten"
                    + "|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|the (?:first|last)))";
    private static final Pattern ENGLISH = Pattern.compile("(?i:chapter|letter|part|book|volume|canto|act|scene|stave) "
            + ORDINAL + "(?:\\s*[.:—–-]\\s*[^\\n]*|\\s+\\p{Lu}[^\\n]*[^.,;!?])?\\s*");
    private static final Pattern ENGLISH_FRAME = Pattern.compile(
            "(?i:prologue|epilogue|preface|foreword|afterword|introduction)(?:\\s*[.:—–-][^\\n]*)?\\s*");
    private static final String NUMERAL = "[零〇一二三四五六七八九十百千两兩\\d０-９]{1,9}";
    private static final Pattern CHINESE = Pattern.compile(
            "第 ?" + NUMERAL + " ?(?:[章回](?:[^。！？!?；;，,]*[^…”」]|[\\s:：]\\S.*)?|[卷节節部集幕话話篇](?:[\\s:：.、].*)?)");
    private static final Pattern CHINESE_FRAME =
            Pattern.compile("(?:序章|序幕|序言|前言|楔子|引子|尾声|尾聲|终章|終章|后记|後記)(?:[\\s:：].*)?");

    private ChapterHeadings() {}

    /**
     * Whether a line is the heading of a chapter.
     *
     * @param line without blanks around it
     * @param afterBlank whether it is the first line of its paragraph; an English heading must be
     */
    static boolean isHeading(String line, boolean afterBlank) {
        if (line.isEmpty() || line.length() > LONGEST) {
            return false;
        }
        if (line.length() <= LONGEST_CHINESE
                && (CHINESE.matcher(line).matches()
                        || CHINESE_FRAME.matcher(line).matches())) {
            return "。！？".indexOf(line.charAt(line.length() - 1)) < 0;
        }
        return afterBlank
                && (ENGLISH.matcher(line).matches()
                        || ENGLISH_FRAME.matcher(line).matches());
    }
}
