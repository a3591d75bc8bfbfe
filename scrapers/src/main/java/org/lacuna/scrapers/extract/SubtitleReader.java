package org.lacuna.scrapers.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lacuna.schema.Passage;
import org.lacuna.schema.PassageKind;

/**
 * Reads SubRip and WebVTT subtitles: a passage a cue, in the order of time. Lenient as players are: numbers may be
 * missing, a comma or a point may stand in times, hours may be left out, mark-up is dropped, a cue that ends before it
 * begins lasts no time.
 *
 * <p>Source: W3C WebVTT, "WebVTT file structure"; SubRip has no standard.
 */
final class SubtitleReader {

    private static final String TIME = "(?:(\\d{1,3}):)?(\\d{1,2}):(\\d{1,2})[.,](\\d{1,3})";
    private static final Pattern TIMES = Pattern.compile("\\s*" + TIME + "\\s*-->\\s*" + TIME + "(?:\\s.*)?");
    private static final Pattern MARK_UP =
            Pattern.compile("</?[a-zA-Z][^<>]{0,200}>|</?[0-9:.]+>|\\{\\\\[^{}]{0,200}\\}");
    private static final Pattern NUMBER = Pattern.compile("\\s*\\d+\\s*");

    private SubtitleReader() {}

    /** Reads subtitles; unreadable where there is not one cue. */
    static Extracted read(String text) {
        var lines = text.split("\n", -1);
        var cues = new ArrayList<Passage>();
        int line = 0;
        while (line < lines.length) {
            var times = TIMES.matcher(lines[line]);
            line++;
            if (times.matches()) {
                var words = new StringBuilder();
                while (line < lines.length && !lines[line].isBlank() && !beginsCue(lines, line)) {
                    Han.join(words, plain(lines[line]));
                    line++;
                }
                if (!words.isEmpty()) {
                    cues.add(cue(times, words.toString()));
                }
            }
        }
        if (cues.isEmpty()) {
            return new Extracted.Unreadable(
                    "holds no cue in its %d lines: a subtitle file needs lines like 00:01:02,500 --> 00:01:04,000"
                            .formatted(lines.length));
        }
        cues.sort(Comparator.comparing(cue -> cue.getFromMillis().orElseThrow()));
        return new Extracted.Ok(List.of(new Extracted.Section("", cues)));
    }

    /** Where the blank line between two cues is missing. */
    private static boolean beginsCue(String[] lines, int line) {
        return TIMES.matcher(lines[line]).matches()
                || (NUMBER.matcher(lines[line]).matches()
                        && line + 1 < lines.length
                        && TIMES.matcher(lines[line + 1]).matches());
    }

    private static String plain(String line) {
        return MARK_UP.matcher(line)
                .replaceAll("")
                .replace("&amp;", "&")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&nbsp;", " ")
                .strip();
    }

    private static Passage cue(Matcher times, String text) {
        long from = millis(times, 1);
        return new Passage(PassageKind.CUE, text, null, from, Math.max(from, millis(times, 5)));
    }

    private static long millis(Matcher times, int group) {
        long hours = times.group(group) == null ? 0 : Long.parseLong(times.group(group));
        long minutes = Long.parseLong(times.group(group + 1));
        long seconds = Long.parseLong(times.group(group + 2));
        var fraction = (times.group(group + 3) + "00").substring(0, 3);
        return ((hours * 60 + minutes) * 60 + seconds) * 1000 + Long.parseLong(fraction);
    }
}
