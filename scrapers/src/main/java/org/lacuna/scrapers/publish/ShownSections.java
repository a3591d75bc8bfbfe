package org.lacuna.scrapers.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.lacuna.schema.KnownDocument;
import org.lacuna.schema.SectionRef;

/**
 * The sections of the documents of a release.
 *
 * @param work id of the work
 * @param refs all of them, in order
 * @param fresh those that come with their passages
 * @param known what is to be known of the documents
 */
record ShownSections(String work, List<SectionRef> refs, List<SectionParts> fresh, List<KnownDocument> known) {

    static ShownSections of(String work, List<ShownDocument> documents) {
        var refs = new ArrayList<SectionRef>();
        var fresh = new ArrayList<SectionParts>();
        var known = new ArrayList<KnownDocument>();
        for (var document : documents) {
            var sections =
                    switch (document.content()) {
                        case ShownDocument.Content.Unchanged(var unchanged) -> unchanged;
                        case ShownDocument.Content.Fresh(var read) -> {
                            var parts = read.stream()
                                    .map(section -> SectionParts.of(work, section.name(), section.passages()))
                                    .toList();
                            fresh.addAll(parts);
                            yield parts.stream().map(SectionParts::ref).toList();
                        }
                    };
            refs.addAll(sections);
            known.add(new KnownDocument(
                    document.id(),
                    document.etag().orElse(null),
                    document.lastModified().orElse(null),
                    document.digest(),
                    sections,
                    document.capture()));
        }
        return new ShownSections(work, refs, fresh, known);
    }

    static String key(String work, SectionParts section) {
        return work + ' ' + section.ref().getHash();
    }

    /** Those with passages that are not among the keys of what was sent, each once. */
    List<SectionParts> unsent(Set<String> sent) {
        var unsent = new LinkedHashMap<String, SectionParts>();
        for (var section : fresh) {
            if (!sent.contains(key(work, section))) {
                unsent.putIfAbsent(section.ref().getHash(), section);
            }
        }
        return List.copyOf(unsent.values());
    }
}
