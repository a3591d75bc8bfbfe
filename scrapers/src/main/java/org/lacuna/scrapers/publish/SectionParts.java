package org.lacuna.scrapers.publish;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.lacuna.schema.Passage;
import org.lacuna.schema.SectionPart;
import org.lacuna.schema.SectionRef;

/**
 * A section as it travels: in parts of at most 512 KB, so that no record is above 1 MB.
 *
 * @param ref how a snapshot names it
 * @param parts its parts, in order
 */
record SectionParts(SectionRef ref, List<SectionPart> parts) {

    /** Most bytes of text in a part. */
    static final int MOST_BYTES = 512 * 1024;

    /** What a passage takes beside its text and key: kind, lengths, two times. */
    private static final int FRAME_BYTES = 40;

    /** Copies the list. */
    SectionParts {
        parts = List.copyOf(parts);
    }

    /**
     * Cuts a section where it is too long. A single passage longer than a part is cut too, between characters; its
     * pieces keep its kind, key and times.
     */
    static SectionParts of(String work, String name, List<Passage> passages) {
        var whole =
                passages.stream().flatMap(passage -> pieces(passage).stream()).toList();
        var hash = Hashes.ofSection(whole);
        var runs = runs(whole);
        var parts = new ArrayList<SectionPart>();
        for (var run : runs) {
            parts.add(new SectionPart(work, hash, parts.size(), runs.size(), run));
        }
        return new SectionParts(new SectionRef(hash, name, whole.size(), runs.size()), parts);
    }

    private static List<List<Passage>> runs(List<Passage> passages) {
        var runs = new ArrayList<List<Passage>>();
        var run = new ArrayList<Passage>();
        int bytes = 0;
        for (var passage : passages) {
            int size = size(passage);
            if (bytes + size > MOST_BYTES && !run.isEmpty()) {
                runs.add(List.copyOf(run));
                run.clear();
                bytes = 0;
            }
            run.add(passage);
            bytes += size;
        }
        runs.add(List.copyOf(run));
        return runs;
    }

    private static List<Passage> pieces(Passage passage) {
        if (size(passage) <= MOST_BYTES) {
            return List.of(passage);
        }
        // A UTF-16 unit takes at most three bytes of UTF-8.
        int step = (MOST_BYTES - size(passage.getKey().orElse("")) - FRAME_BYTES) / 3;
        var text = passage.getText();
        var pieces = new ArrayList<Passage>();
        for (int from = 0; from < text.length(); ) {
            int to = Math.min(text.length(), from + step);
            if (to < text.length() && Character.isHighSurrogate(text.charAt(to - 1))) {
                to--;
            }
            pieces.add(new Passage(
                    passage.getKind(),
                    text.substring(from, to),
                    passage.getKey().orElse(null),
                    passage.getFromMillis().orElse(null),
                    passage.getToMillis().orElse(null)));
            from = to;
        }
        return pieces;
    }

    private static int size(Passage passage) {
        return size(passage.getText()) + size(passage.getKey().orElse("")) + FRAME_BYTES;
    }

    private static int size(String text) {
        return text.length() * 3 <= MOST_BYTES / 8 ? text.length() * 3 : text.getBytes(StandardCharsets.UTF_8).length;
    }
}
