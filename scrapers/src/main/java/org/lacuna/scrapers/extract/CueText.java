package org.lacuna.scrapers.extract;

import java.util.List;
import java.util.regex.Pattern;

/** Takes the mark-up of subtitles away. */
final class CueText {

    private static final Pattern LINE_BREAK = Pattern.compile("<br\\s*/?>|\\\\[Nn](?![a-z])", Pattern.CASE_INSENSITIVE);
    private static final Pattern TAG = Pattern.compile(
            "</?(?:i|b|u|s|em|strong|font|c|v|lang|ruby|rt|span)(?:[\\s.][^<>]*)?>|<[\\d:.]+>",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OVERRIDE = Pattern.compile("\\{\\\\[^{}]*\\}");

    private CueText() {}

    /** The lines of a cue as one line without tags, joined by a blank, or by nothing between Han characters. */
    static String plain(List<String> lines) {
        String text = LINE_BREAK.matcher(String.join("\n", lines)).replaceAll("\n");
        text = OVERRIDE.matcher(TAG.matcher(text).replaceAll("")).replaceAll("");
        text = text.replace("&nbsp;", " ")
                .replace("&lrm;", "")
                .replace("&rlm;", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
        return Whitespace.unwrapped(text);
    }
}
