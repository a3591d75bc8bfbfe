package org.lacuna.app.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lacuna.app.bench.quality.Quality;
import org.lacuna.app.bench.rows.Row;
import org.lacuna.app.bench.rows.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lacuna bench compare}: how fast and how right comparing is. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = "How fast comparing is, beside other programs on the same texts; with --quality, how right.")
final class CompareBench implements Callable<Integer> {

    @Option(names = "--quick", description = "Few runs, and 5 s at most for one of another program.")
    private boolean quick;

    @Option(names = "--full", description = "Also the pair of 10,000 tokens that takes CollateX minutes.")
    private boolean full;

    @Option(
            names = "--limit",
            paramLabel = "SECONDS",
            description = "How long one run of another program may take (default: 60, with --quick 5).")
    private @Nullable Integer limit;

    @Option(
            names = "--only",
            paramLabel = "ROW",
            description = "english, chinese, collatex, keys, across, subtitles, snapshot or growth; may be repeated.")
    private List<String> only = new ArrayList<>();

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES} (default: text).")
    private Table.Format format = Table.Format.TEXT;

    @Option(
            names = "--quality",
            paramLabel = "DIR",
            description = "Measure how right the answers are instead, on the texts with known answers in this folder.")
    private @Nullable Path quality;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        var command = Objects.requireNonNull(spec).commandLine();
        var figures = new ArrayList<Figure>();
        Consumer<Figure> out = figure -> {
            figures.add(figure);
            command.getErr().println("lacuna: " + figure.row() + ", " + figure.texts());
        };
        if (quality == null) {
            rows().forEach(row -> row.measure(settings(), out));
        } else if (Files.isDirectory(quality)) {
            new Quality(quality).measure(out);
        } else {
            throw new ParameterException(command, quality + " is no folder: name the one with the texts to measure on");
        }
        command.getOut().print(Table.of(figures, format));
        command.getOut().flush();
        return 0;
    }

    private List<Row> rows() {
        for (String name : only) {
            if (Row.ALL.stream().noneMatch(row -> row.name().equals(name))) {
                throw new ParameterException(
                        Objects.requireNonNull(spec).commandLine(), "there is no row '" + name + "': see --help");
            }
        }
        return Row.ALL.stream()
                .filter(row -> only.isEmpty() || only.contains(row.name()))
                .toList();
    }

    private Settings settings() {
        Settings base = quick ? Settings.quick() : Settings.usual();
        Duration most = limit == null ? base.limit() : Duration.ofSeconds(limit);
        return new Settings(base.runs(), base.scale(), most, full);
    }
}
