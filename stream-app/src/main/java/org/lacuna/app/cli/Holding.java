package org.lacuna.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lacuna.app.compare.engine.collation.Text;
import org.lacuna.schema.Passage;
import org.lacuna.schema.text.Languages;
import org.lacuna.scrapers.extract.DocumentReader;
import org.lacuna.scrapers.extract.Extracted;

/**
 * A file of the user's own, read.
 *
 * @param name name of the file, without its folder
 * @param text what it says
 */
record Holding(String name, Text text) {

    /** Enough text to tell the language from. */
    private static final int SAMPLE = 20_000;

    /**
     * Reads a file.
     *
     * @param language BCP 47 tag; empty: told from the text
     * @throws BadInputException if the file cannot be read, with the reason
     */
    static Holding read(Path file, Optional<String> language, DocumentReader.Segmentation segmentation) {
        var options = new DocumentReader.Options(segmentation, language, Optional.empty());
        return switch (DocumentReader.readFile(file, options)) {
            case Extracted.Unreadable(String why) -> throw new BadInputException(why);
            case Extracted.Ok(var sections) -> {
                var parts = sections.stream()
                        .map(s -> new Text.Section(s.name(), s.passages()))
                        .toList();
                var told = language.orElseGet(() -> Languages.guess(sample(parts)));
                yield new Holding(String.valueOf(file.getFileName()), new Text(told, parts));
            }
        };
    }

    private static String sample(Iterable<Text.Section> sections) {
        var sample = new StringBuilder();
        for (var section : sections) {
            if (sample.length() > SAMPLE) {
                break;
            }
            sample.append(section.passages().stream().map(Passage::getText).collect(Collectors.joining("\n")));
        }
        return sample.substring(0, Math.min(sample.length(), SAMPLE));
    }
}
