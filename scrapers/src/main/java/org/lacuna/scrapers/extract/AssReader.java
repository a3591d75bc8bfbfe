package org.lacuna.scrapers.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lacuna.schema.Passage;

/**
 * Reads Advanced SubStation Alpha subtitles (ASS and SSA): the lines of dialogue with their times, without styles,
 * comments and drawings. Pure, thread-safe. Source: the format's fields as its own {@code Format:} line names them; there
 * is no standard.
 */
public final class AssReader {

    private static final Pattern TIME = Pattern.compile("(\\d{1,3}):(\\d{1,2}):(\\d{1,2})(?:[.:](\\d{1,3}))?");
    /** In drawing mode, from {@code \p1} until {@code \p0}, the letters are strokes of a pen. */
    private static final Pattern DRAWING =
            Pattern.compile("\\{[^{}]*\\\\p[1-9][^{}]*\\}.*?(?:\\{[^{}]*\\\\p0[^{}]*\\}|$)");

    private static final Pattern OVERRIDE = Pattern.compile("\\{[^{}]*\\}");
    private static final List<String> USUAL =
            List.of("layer", "start", "end", "style", "name", "marginl", "marginr", "marginv", "effect", "text");

    private AssReader() {}

    /** Whether a text begins as such a file does. */
    static boolean isAss(String text) {
        return text.stripLeading().toLowerCase(Locale.ROOT).startsWith("[script info]");
    }

    /**
     * The cues of a file, by their start, those of one start in the file's order. A line whose times cannot be read is
     * passed over while others are good.
     *
     * @param name what the file is called in the reason why it could not be read
     * @return one section without a name
     */
    public static Extracted read(String text, String name) {
        var fields = USUAL;
        var cues = new ArrayList<Passage>();
        int number = 0;
        int broken = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (hasLabel(line, "format:")) {
                var named = fields(line);
                fields = named.containsAll(List.of("start", "end", "text")) ? named : fields;
            } else if (hasLabel(line, "dialogue:")) {
                var cue = cue(line, fields);
                broken = cue.isEmpty() && broken == 0 ? number : broken;
                cue.filter(passage -> !passage.getText().isEmpty()).ifPresent(cues::add);
            }
        }
        if (cues.isEmpty()) {
            return new Extracted.Unreadable(("%s, line %d: no dialogue can be read here; expected lines such as"
                            + " Dialogue: 0,0:01:02.34,0:01:04.00,Default,,0,0,0,,text")
                    .formatted(name, Math.max(1, broken)));
        }
        cues.sort(Comparator.comparingLong(cue -> cue.getFromMillis().orElseThrow()));
        return new Extracted.Ok(List.of(new Extracted.Section("", cues)));
    }

    private static boolean hasLabel(String line, String label) {
        return line.stripLeading().regionMatches(true, 0, label, 0, label.length());
    }

    private static List<String> fields(String line) {
        return Pattern.compile(",")
                .splitAsStream(line.substring(line.indexOf(':') + 1))
                .map(field -> field.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** The text is the last field and may hold commas itself. */
    private static Optional<Passage> cue(String line, List<String> fields) {
        var values = line.substring(line.indexOf(':') + 1).split(",", fields.size());
        if (values.length < fields.size()) {
            return Optional.empty();
        }
        var from = millis(values[fields.indexOf("start")]);
        var to = millis(values[fields.indexOf("end")]);
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        String spoken = DRAWING.matcher(values[fields.indexOf("text")]).replaceAll("");
        String plain = OVERRIDE.matcher(spoken).replaceAll("");
        String lines = plain.replace("\\N", "\n").replace("\\n", "\n").replace("\\h", " ");
        return Optional.of(Passages.cue(CueText.plain(List.of(lines)), from.get(), Math.max(from.get(), to.get())));
    }

    private static Optional<Long> millis(String time) {
        var parts = TIME.matcher(time.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        String fraction = parts.group(4) == null ? "0" : parts.group(4);
        long seconds = (Long.parseLong(parts.group(1)) * 60 + Long.parseLong(parts.group(2))) * 60
                + Long.parseLong(parts.group(3));
        return Optional.of(seconds * 1000 + Long.parseLong((fraction + "00").substring(0, 3)));
    }
}
