package org.lacuna.app.bench.quality;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.lacuna.app.bench.Figure;

/**
 * The quality table: each set of texts with known answers that is in the folder, and the simulator's subtitles, with what
 * was aimed at beside every figure.
 */
public final class Quality {

    /** A figure before it is laid out. */
    record Result(String texts, String quality, String aim) {}

    /** A set of texts with known answers; no results where the folder has none. */
    interface Study extends Supplier<List<Result>> {}

    private final Path folder;

    /** A table of what is in a folder. */
    public Quality(Path folder) {
        this.folder = folder;
    }

    /** Measures, and gives each figure when it is known. */
    public void measure(Consumer<Figure> out) {
        row("removed", new FrankensteinStudy(folder.resolve("frankenstein")), out);
        row("alignment", new TextBergStudy(folder.resolve("text-berg-dev")), out);
        row("tables", new TablesStudy(folder.resolve("shattered-pixel-dungeon")), out);
        row("bilingual", new BilingualStudy(folder.resolve("bilingual")), out);
        row("script", new ScriptStudy(folder.resolve("opencc-cases")), out);
        row("subtitles", new SubtitlesStudy(), out);
    }

    private static void row(String name, Study study, Consumer<Figure> out) {
        study.get().forEach(r -> out.accept(Figure.alone(name, r.texts(), "", r.quality(), r.aim(), "")));
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
