package org.lacuna.scrapers.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.lacuna.schema.Passage;

/** Gathers headings and paragraphs into sections of sentences. Not thread-safe. */
final class SectionBuilder {

    private final Optional<String> language;
    private final List<Extracted.Section> sections = new ArrayList<>();
    private final List<Passage> passages = new ArrayList<>();
    private String name = "";

    SectionBuilder(Optional<String> language) {
        this.language = language;
    }

    /** Begins a section, whose first passage is its heading. */
    void heading(String heading) {
        close();
        name = heading;
        passages.add(Passages.prose(heading));
    }

    /** Adds the sentences of a paragraph; a blank one adds none. */
    void paragraph(String paragraph) {
        for (String sentence : Sentences.split(paragraph, language)) {
            passages.add(Passages.prose(sentence));
        }
    }

    /** The sections so far; unreadable for the given reason if there is none. */
    Extracted result(String whyNone) {
        close();
        return sections.isEmpty() ? new Extracted.Unreadable(whyNone) : new Extracted.Ok(withoutContents());
    }

    private void close() {
        if (!passages.isEmpty()) {
            sections.add(new Extracted.Section(name, passages));
            passages.clear();
        }
    }

    /** A table of contents repeats the headings; a bare heading whose chapter follows later is one of its lines. */
    private List<Extracted.Section> withoutContents() {
        var kept = new ArrayList<Extracted.Section>();
        var laterNames = new HashSet<String>();
        for (var section : sections.reversed()) {
            boolean bare = section.passages().size() == 1 && !section.name().isEmpty();
            if (laterNames.add(section.name()) || !bare) {
                kept.addFirst(section);
            }
        }
        return kept;
    }
}
