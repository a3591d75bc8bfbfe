package org.lacuna.app.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lacuna.app.history.Archive;
import org.lacuna.app.history.UnusableDatabaseException;
import org.lacuna.app.history.WorkSummary;
import org.lacuna.app.oneshot.BadInputException;
import org.lacuna.app.runtime.DataFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lacuna history}: what is kept of a work, also while the program that collects it runs. */
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description = "Shows the versions of a work over time, and what its releases leave out.")
final class HistoryCommand implements Callable<Integer> {

    /** How the result is written. */
    enum Format {
        TEXT,
        JSON
    }

    @Parameters(index = "0", arity = "0..1", paramLabel = "WORK", description = "Id of the work; none lists the works.")
    private @Nullable String work;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder that Lacuna keeps its data in (default: ${DEFAULT-VALUE}).",
            defaultValue = "lacuna-data")
    private Path data = Path.of("lacuna-data");

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES} (default: text).")
    private Format format = Format.TEXT;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        var database = DataFolder.database(data);
        if (!Files.isRegularFile(database)) {
            throw new BadInputException(
                    "%s does not exist: give the folder of a run with --data, or start one with 'lacuna demo'"
                            .formatted(database));
        }
        try (var archive = Archive.open(database)) {
            show(archive);
        } catch (UnusableDatabaseException e) {
            throw new BadInputException(Objects.requireNonNull(e.getMessage()));
        }
        return Lacuna.DONE;
    }

    private void show(Archive archive) {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        Optional.ofNullable(work)
                .ifPresentOrElse(id -> show(timeline(archive, id), out), () -> show(archive.works(), out));
        out.flush();
    }

    private void show(List<WorkSummary> works, PrintWriter out) {
        switch (format) {
            case TEXT -> new HistoryText(out).print(works);
            case JSON -> new HistoryJson(out).print(works);
        }
    }

    private void show(Timeline timeline, PrintWriter out) {
        switch (format) {
            case TEXT -> new HistoryText(out).print(timeline);
            case JSON -> new HistoryJson(out).print(timeline);
        }
    }

    private static Timeline timeline(Archive archive, String work) {
        return archive.work(work)
                .map(history -> Timeline.of(history, archive.comparisons(work)))
                .orElseThrow(() -> new BadInputException(unknown(work, archive)));
    }

    private static String unknown(String work, Archive archive) {
        var ids = archive.works().stream().map(WorkSummary::id).toList();
        return ids.isEmpty()
                ? "no work is kept yet, so there is no '%s': let a run collect something first".formatted(work)
                : "there is no work '%s': the closest are %s; 'lacuna history' lists all"
                        .formatted(work, String.join(", ", Closest.to(work, ids, 3)));
    }
}
