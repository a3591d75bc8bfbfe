package org.lacuna.scrapers.extract;

import java.util.List;
import org.lacuna.schema.Passage;

/** What a document turned out to hold. */
public sealed interface Extracted {

    /**
     * A chapter, reel, string file or block of metadata.
     *
     * @param name name as the document gives it; empty where it gives none
     * @param passages the passages, in order
     */
    record Section(String name, List<Passage> passages) {
        /** Copies the list. */
        public Section {
            passages = List.copyOf(passages);
        }
    }

    /**
     * It could be read.
     *
     * @param sections at least one section with at least one passage
     */
    record Ok(List<Section> sections) implements Extracted {
        /** Copies the list. */
        public Ok {
            sections = List.copyOf(sections);
        }
    }

    /**
     * It could not be read.
     *
     * @param why what is wrong, where, and what to do, in one line
     */
    record Unreadable(String why) implements Extracted {}
}
