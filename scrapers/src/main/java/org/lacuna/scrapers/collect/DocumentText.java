package org.lacuna.scrapers.collect;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.lacuna.scrapers.extract.DocumentReader;
import org.lacuna.scrapers.extract.Extracted;
import org.lacuna.scrapers.extract.HtmlReader;
import org.lacuna.scrapers.extract.PlainTextReader;
import org.lacuna.scrapers.extract.StringTableReader;
import org.lacuna.scrapers.extract.SubtitleReader;
import org.lacuna.scrapers.source.Source;
import org.lacuna.topics.Ids;

/** Reads the text of a document as its declaration says. */
final class DocumentText {

    /** Raised whenever the readers read the same bytes otherwise, so that nothing stays as an older version read it. */
    private static final String READERS = "1";

    private static final int SHORT = 16;

    private DocumentText() {}

    static Extracted read(Source.Document document, String text, String language) {
        var name = document.url().toString();
        var read =
                switch (document.read()) {
                    case PAGE ->
                        document.selectors()
                                .map(selectors -> HtmlReader.read(text, name, selectors, Optional.of(language)))
                                .orElseGet(() -> HtmlReader.read(text, name, Optional.of(language)));
                    case SUBTITLES -> SubtitleReader.read(text, name);
                    case STRINGS -> StringTableReader.read(text, name);
                    case TEXT -> PlainTextReader.read(text, name, Optional.of(language));
                    case AUTO ->
                        DocumentReader.read(
                                text.getBytes(StandardCharsets.UTF_8),
                                name,
                                new DocumentReader.Options(
                                        DocumentReader.Segmentation.AUTO,
                                        Optional.of(language),
                                        Optional.of(StandardCharsets.UTF_8)));
                };
        return read instanceof Extracted.Ok(var sections)
                ? new Extracted.Ok(sections.stream()
                        .map(section -> named(section, document))
                        .toList())
                : read;
    }

    private static Extracted.Section named(Extracted.Section section, Source.Document document) {
        return section.name().isEmpty()
                ? new Extracted.Section(document.name().orElse(""), section.passages())
                : section;
    }

    /**
     * What a document is known by: its address and, as a fragment, how it is read. Once it is read otherwise, its earlier
     * sections say nothing, and it must be fetched again even if it did not change.
     */
    static String id(Source source, Source.Document document) {
        var how = Ids.of(
                READERS,
                document.read().name(),
                document.selectors().toString(),
                document.name().toString(),
                source.promise().toString());
        return document.url() + "#" + how.substring(0, SHORT);
    }
}
