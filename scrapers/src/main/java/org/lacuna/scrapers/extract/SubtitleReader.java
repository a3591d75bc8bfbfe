package org.lacuna.scrapers.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.lacuna.schema.Passage;

/**
 * Reads subtitles, SubRip (SRT) and WebVTT, as leniently as players do: numbers, hours and blank lines may be missing, a
 * comma or a point stands before milliseconds, a broken block is passed over while others are good. Pure, thread-safe.
 *
 * <p>Source: WebVTT, W3C Candidate Recommendation, section 4; SRT has no standard.
 */
public final class SubtitleReader {

    private static final String TIME = "(?:(\\d{1,4}):)?(\\d{1,2}):(\\d{1,2})(?:[,.:](\\d{1,3}))?";
    private static final Pattern TIMES =
            Pattern.compile("\\s*" + TIME + "\\s*-{1,2}>\\s*" + TIME + "(?!\\d)(?:\\s.*)?");
    private static final Pattern BROKEN_TIMES = Pattern.compile("\\s*-?\\d.*-->.*");
    private static final Pattern NUMBER = Pattern.compile("\\s*\\d{1,9}\\s*");

    private SubtitleReader() {}

    /** Whether a text has at least one line of times. */
    static boolean isSubtitles(String text) {
        return text.startsWith("WEBVTT")
                || text.lines().limit(100).anyMatch(line -> TIMES.matcher(line).matches());
    }

    /**
     * The cues of a subtitle file, by their start, those of one start in the file's order. A cue that ends before it
     * starts gets its start as its end.
     *
     * @param name what the file is called in the reason why it could not be read
     * @return one section without a name
     */
    public static Extracted read(String text, String name) {
        var lines = text.lines().toList();
        boolean vtt = text.stripLeading().startsWith("WEBVTT");
        var cues = new ArrayList<Passage>();
        var firstBroken = OptionalInt.empty();
        int at = nextArrow(lines, 0);
        while (at < lines.size()) {
            int next = nextArrow(lines, at + 1);
            var cue = cue(lines, at, next, vtt);
            cue.ifPresent(cues::add);
            if (cue.isEmpty() && firstBroken.isEmpty()) {
                firstBroken = OptionalInt.of(at + 1);
            }
            at = next;
        }
        if (cues.isEmpty()) {
            return new Extracted.Unreadable(("%s, line %d: no subtitle can be read here; expected times such as"
                            + " 00:01:02,345 --> 00:01:04,000 and text in the line below")
                    .formatted(name, firstBroken.orElse(1)));
        }
        cues.sort(Comparator.comparingLong(cue -> cue.getFromMillis().orElseThrow()));
        return new Extracted.Ok(List.of(new Extracted.Section("", cues)));
    }

    private static int nextArrow(List<String> lines, int from) {
        int at = from;
        while (at < lines.size() && !isTimes(lines.get(at))) {
            at++;
        }
        return at;
    }

    /** Whether a line is one of times, or one of times that cannot be read; an arrow also stands in texts. */
    private static boolean isTimes(String line) {
        return TIMES.matcher(line).matches() || BROKEN_TIMES.matcher(line).matches();
    }

    private static Optional<Passage> cue(List<String> lines, int at, int next, boolean vtt) {
        var times = TIMES.matcher(lines.get(at));
        if (!times.matches()) {
            return Optional.empty();
        }
        String text = CueText.plain(textLines(lines.subList(at + 1, next), next < lines.size(), vtt));
        long from = millis(times.toMatchResult(), 1);
        long to = millis(times.toMatchResult(), 5);
        return text.isEmpty() ? Optional.empty() : Optional.of(Passages.cue(text, from, Math.max(from, to)));
    }

    /** The text of a cue ends at a blank line; in SRT what follows it still belongs to it unless a number begins it. */
    private static List<String> textLines(List<String> lines, boolean moreCues, boolean vtt) {
        int end = lines.size();
        if (moreCues && end > 0 && NUMBER.matcher(lines.get(end - 1)).matches()) {
            end--;
        }
        var text = new ArrayList<String>();
        boolean blankBefore = false;
        for (String line : lines.subList(0, end)) {
            if (blankBefore && !line.isBlank() && (vtt || NUMBER.matcher(line).matches())) {
                break;
            }
            blankBefore = line.isBlank();
            text.add(line);
        }
        return text;
    }

    private static long millis(MatchResult times, int group) {
        long hours = times.group(group) == null ? 0 : Long.parseLong(times.group(group));
        long seconds =
                (hours * 60 + Long.parseLong(times.group(group + 1))) * 60 + Long.parseLong(times.group(group + 2));
        String fraction = times.group(group + 3) == null ? "0" : times.group(group + 3);
        return seconds * 1000 + Long.parseLong((fraction + "00").substring(0, 3));
    }
}
