package org.lacuna.scrapers.collect;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lacuna.schema.FaultKind;
import org.lacuna.schema.Passage;
import org.lacuna.schema.PassageKind;
import org.lacuna.schema.SectionRef;
import org.lacuna.scrapers.extract.Extracted;
import org.lacuna.scrapers.fetch.Fetched;
import org.lacuna.scrapers.publish.ShownDocument;
import org.lacuna.scrapers.publish.ShownDocument.Content;
import org.lacuna.scrapers.source.Source;

/** Holds a release that was read against what its source promises of it, and against what one snapshot can hold. */
record PromiseCheck(Source source, Source.Listing listing, List<ShownDocument> shown) {

    /** Most bytes of a manifest, with which what is known of the release stays below the megabyte of a record too. */
    private static final int LARGEST_MANIFEST = 600_000;
    /** What a section takes beside its name: its hash and two numbers. */
    private static final int SECTION_BYTES = 90;
    /** What a document takes: its address, twice, its digest, its validators, where the archive has it. */
    private static final int DOCUMENT_BYTES = 1_000;

    /** The first promise that is broken. */
    Optional<Fetched.Fault> broken() {
        if (shown.isEmpty()) {
            return fault(FaultKind.DOWN, "documents.none", "none of its documents is there; check their addresses");
        }
        var given = fields();
        var missing = source.promise().fields().stream()
                .filter(field -> !given.contains(field))
                .toList();
        if (!missing.isEmpty()) {
            return fault(
                    FaultKind.INCOMPLETE,
                    "promise.fields",
                    "lacks the promised fields %s: it may have a new layout".formatted(String.join(", ", missing)));
        }
        if (manifest() > LARGEST_MANIFEST) {
            return fault(
                    FaultKind.INCOMPLETE,
                    "release.too-large",
                    "gives more sections than one snapshot holds: declare its parts as works of their own");
        }
        long passages = passages();
        return passages < source.promise().passages()
                ? fault(
                        FaultKind.INCOMPLETE,
                        "promise.passages",
                        "holds %d passages where at least %d are promised: it may have a new layout"
                                .formatted(passages, source.promise().passages()))
                : Optional.empty();
    }

    private Set<String> fields() {
        var fields = new HashSet<String>();
        for (var document : shown) {
            switch (document.content()) {
                case Content.Fresh(var sections) ->
                    sections.stream()
                            .map(Extracted.Section::passages)
                            .flatMap(List::stream)
                            .filter(passage -> passage.getKind() == PassageKind.FIELD)
                            .map(Passage::getKey)
                            .flatMap(Optional::stream)
                            .forEach(fields::add);
                // Under this very promise it was good, so what it can give it gave.
                case Content.Unchanged(var _) -> fields.addAll(selected(document));
            }
        }
        return fields;
    }

    private Set<String> selected(ShownDocument document) {
        return listing.documents().stream()
                .filter(declared -> DocumentText.id(source, declared).equals(document.id()))
                .flatMap(declared -> declared.selectors().stream())
                .flatMap(selectors -> selectors.fields().keySet().stream())
                .collect(Collectors.toSet());
    }

    /** About how many bytes the names of the sections and documents take. */
    private long manifest() {
        return shown.stream()
                .mapToLong(document -> DOCUMENT_BYTES
                        + switch (document.content()) {
                            case Content.Fresh(var sections) ->
                                size(sections.stream().map(Extracted.Section::name));
                            case Content.Unchanged(var sections) ->
                                size(sections.stream().map(SectionRef::getName));
                        })
                .sum();
    }

    private static long size(Stream<String> names) {
        return names.mapToLong(name -> name.getBytes(StandardCharsets.UTF_8).length + SECTION_BYTES)
                .sum();
    }

    private long passages() {
        return shown.stream()
                .mapToLong(document -> switch (document.content()) {
                    case Content.Fresh(var sections) ->
                        sections.stream()
                                .mapToInt(section -> section.passages().size())
                                .sum();
                    case Content.Unchanged(var sections) ->
                        sections.stream().mapToInt(SectionRef::getPassages).sum();
                })
                .sum();
    }

    private Optional<Fetched.Fault> fault(FaultKind kind, String rule, String what) {
        var url = listing.documents().getFirst().url();
        return Optional.of(new Fetched.Fault(
                kind,
                rule,
                url + " " + what,
                url,
                shown.stream().map(ShownDocument::capture).findFirst(),
                Optional.empty()));
    }
}
