package org.lacuna.app.compare.engine.collation;

import java.util.List;
import org.lacuna.schema.Passage;

/**
 * What one release says, as a list of sections. A passage's index counts over all sections, from 0.
 *
 * @param language BCP 47 tag, such as en, zh-Hans or zh-Hant
 * @param sections the sections, in order; immutable
 */
public record Text(String language, List<Section> sections) {

    /**
     * A chapter, reel, string file or block of metadata.
     *
     * @param name name as the source gives it; empty where it gives none
     * @param passages the passages, in order; immutable
     */
    public record Section(String name, List<Passage> passages) {
        /** Copies the list. */
        public Section {
            passages = List.copyOf(passages);
        }
    }

    /** Copies the list. */
    public Text {
        sections = List.copyOf(sections);
    }

    /** All passages in order; the place in this list is a passage's index. */
    public List<Passage> passages() {
        return sections.stream().flatMap(s -> s.passages().stream()).toList();
    }
}
