package org.lacuna.scrapers.publish;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.lacuna.schema.Passage;
import org.lacuna.schema.SectionPart;
import org.lacuna.schema.SectionRef;
import org.lacuna.schema.text.Excerpt;

/**
 * A section as it travels: in parts of at most 512 KB, so that no record is above 1 MB.
 *
 * @param ref how a snapshot names it
 * @param parts its parts, in order
 */
record SectionParts(SectionRef ref, List<SectionPart> parts) {

    /** Most bytes of text in a part. */
    static final int MOST_BYTES = 512 * 1024;

    /** Most UTF-16 code units in a passage: two of them stand in one change, and that in a finding. */
    static final int LONGEST_PASSAGE = 32 * 1024;

    /** Most UTF-16 code units in a name or key. */
    private static final int LONGEST_NAME = 1_000;

    /** What a passage takes beside its text and key: kind, lengths, two times. */
    private static final int FRAME_BYTES = 40;

    /** Copies the list. */
    SectionParts {
        parts = List.copyOf(parts);
    }

    /**
     * Cuts a section where it is too long. A single passage above 32 K is cut too, between characters; its pieces keep
     * its kind, key and times. Of a name or key that no source means, as it is above 1,000 characters, the start stays.
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
        return new SectionParts(
                new SectionRef(hash, Excerpt.start(name, LONGEST_NAME), whole.size(), runs.size()), parts);
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
        var text = passage.getText();
        var key = passage.getKey().orElse(null);
        if (text.length() <= LONGEST_PASSAGE && (key == null || key.length() <= LONGEST_NAME)) {
            return List.of(passage);
        }
        var shortKey = key == null ? null : Excerpt.start(key, LONGEST_NAME);
        var pieces = new ArrayList<Passage>();
        int from = 0;
        do {
            int to = Math.min(text.length(), from + LONGEST_PASSAGE);
            if (to < text.length() && Character.isHighSurrogate(text.charAt(to - 1))) {
                to--;
            }
            pieces.add(new Passage(
                    passage.getKind(),
                    text.substring(from, to),
                    shortKey,
                    passage.getFromMillis().orElse(null),
                    passage.getToMillis().orElse(null)));
            from = to;
        } while (from < text.length());
        return pieces;
    }

    private static int size(Passage passage) {
        return size(passage.getText()) + size(passage.getKey().orElse("")) + FRAME_BYTES;
    }

    private static int size(String text) {
        return text.length() * 3 <= MOST_BYTES / 8 ? text.length() * 3 : text.getBytes(StandardCharsets.UTF_8).length;
    }
}
