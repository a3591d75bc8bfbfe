package org.lacuna.scrapers.extract;

import java.util.ArrayList;
import java.util.List;
import org.lacuna.schema.Passage;
import org.lacuna.schema.PassageKind;

/** Collects passages into sections; sections without passages are left out. Used by one thread. */
final class Sections {

    private final List<Extracted.Section> done = new ArrayList<>();
    private final List<Passage> passages = new ArrayList<>();
    private String name;

    Sections(String name) {
        this.name = name;
    }

    /** Ends the section and begins the next. */
    void begin(String next) {
        end();
        name = next;
    }

    void add(Passage passage) {
        passages.add(passage);
    }

    /** Adds the sentences of a paragraph and empties it. */
    void addProse(StringBuilder paragraph) {
        for (var sentence : Sentences.of(paragraph.toString())) {
            add(new Passage(PassageKind.PROSE, sentence, null, null, null));
        }
        paragraph.setLength(0);
    }

    /**
     * What was collected.
     *
     * @param nothing what to say where there is no passage at all
     */
    Extracted extracted(String nothing) {
        end();
        return done.isEmpty() ? new Extracted.Unreadable(nothing) : new Extracted.Ok(done);
    }

    private void end() {
        if (!passages.isEmpty()) {
            done.add(new Extracted.Section(name, passages));
            passages.clear();
        }
    }
}
