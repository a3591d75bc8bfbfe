package org.lacuna.app.bench.rows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lacuna.app.compare.engine.collation.Collation;
import org.lacuna.app.compare.engine.collation.Costs;
import org.lacuna.app.compare.engine.collation.Text;
import org.lacuna.scrapers.extract.DocumentReader;
import org.lacuna.scrapers.extract.Extracted;

/** Reads texts as the program reads files, and says what a comparison took. */
public final class Reading {

    private Reading() {}

    /** A plain text cut into sentences. */
    public static Text prose(String text, String language) {
        return read(text.getBytes(StandardCharsets.UTF_8), "text.txt", language, DocumentReader.Segmentation.AUTO);
    }

    /** A plain text of which each line is a passage. */
    public static Text lines(List<String> lines, String language) {
        byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        return read(bytes, "text.txt", language, DocumentReader.Segmentation.LINES);
    }

    /** A file's content. @throws IllegalArgumentException if it cannot be read, with the reason */
    public static Text read(byte[] bytes, String name, String language, DocumentReader.Segmentation segmentation) {
        var options = new DocumentReader.Options(segmentation, Optional.of(language), Optional.empty());
        return switch (DocumentReader.read(bytes, name, options)) {
            case Extracted.Unreadable(String why) -> throw new IllegalArgumentException(why);
            case Extracted.Ok(var sections) ->
                new Text(
                        language,
                        sections.stream()
                                .map(s -> new Text.Section(s.name(), s.passages()))
                                .toList());
        };
    }

    /** Why texts were not compared, or what was counted. */
    static String costs(Collation collation) {
        return collation.notCompared().map(why -> "not compared: " + why).orElseGet(() -> counted(collation.costs()));
    }

    private static String counted(Costs costs) {
        return costs.equals(Costs.NONE)
                ? "nothing counted"
                : String.format(
                        Locale.ROOT,
                        "%,d tokens, %,d passages, %,d probes, %,d cells, %,d bead cells",
                        costs.tokens(),
                        costs.passages(),
                        costs.probes(),
                        costs.cells(),
                        costs.beads());
    }

    static String ratio(double theirs, double ours) {
        double ratio = theirs / ours;
        return String.format(Locale.ROOT, ratio < 10 ? "%.2f×" : "%,.0f×", ratio);
    }

    static String share(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
