package org.lacuna.app.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lacuna.app.flag.engine.Annotator;
import org.lacuna.app.flag.engine.Flagger;
import org.lacuna.app.lexicon.Lexicon;
import org.lacuna.app.oneshot.BadInputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lacuna flag}: changes in, findings out, one JSON object a line. */
@Command(
        name = "flag",
        mixinStandardHelpOptions = true,
        description = "Reads JSON Lines of changes and writes JSON Lines of findings, in the same order.",
        footerHeading = "%nA line that is read:%n",
        footer = {
            "  {\"id\": \"1\", \"kind\": \"REMOVED\", \"medium\": \"film\", \"language\": \"en\", \"baseline\": \"…\","
                    + " \"target\": null}",
            "  kind         REMOVED, SHORTENED, ALTERED, ADDED, MOVED, CONCEPT_LOST, FIELD_CHANGED, WITHHELD, RESTORED;",
            "               CONCEPT_LOST is read as REMOVED where there is no target",
            "  medium       film, game, book",
            "  language     BCP 47 tag of the baseline's text (of the target's for ADDED)",
            "It may hold as well:",
            "  context         text round about, which may settle what a coded word means",
            "  witnesses       [{\"market\": \"TW\", \"state\": \"PRESENT\"}]; also ALTERED, MISSING, UNKNOWN",
            "  baselineMarket  market of the baseline (default: GLOBAL)",
            "  targetMarket    market of the target (default: CN)",
            "  earlierVersion  true where the baseline is an earlier version of the same release",
            "  key             key of the string or name of the field, such as runtime",
            "  explanations    technical explanations that hold, such as [\"pal-speed-up\"]",
            "A line that is written: the id and its finding, which is null for an ordinary edit; or the id and an",
            "error, and then the exit code is 1. Blank lines are passed over; other members are left aside."
        })
final class FlagCommand implements Callable<Integer> {

    /** The language models read no more at a time. */
    private static final int AT_ONCE = 2;

    private static final int WINDOW = 16;

    @Parameters(paramLabel = "FILE", description = "JSON Lines in UTF-8; - reads standard input.")
    private String file = "-";

    @Spec
    private @Nullable CommandSpec spec;

    private final InputStream in;
    private final Optional<Annotator> annotator;

    /** With standard input and the language models, each loaded when a change first needs it. */
    FlagCommand() {
        this.in = System.in;
        this.annotator = Optional.empty();
    }

    /** With another standard input and another reader of texts. */
    FlagCommand(InputStream in, Annotator annotator) {
        this.in = in;
        this.annotator = Optional.of(annotator);
    }

    @Override
    public Integer call() {
        var commandLine = Objects.requireNonNull(spec).commandLine();
        var err = commandLine.getErr();
        var answers = new FlagAnswers(commandLine.getOut());
        // Each byte becomes a character, so that a line that is no UTF-8 is told from the others.
        try (var lines = new BufferedReader(new InputStreamReader(open(), StandardCharsets.ISO_8859_1))) {
            answerAll(lines, flagger(err), answers);
        } catch (IOException e) {
            throw new BadInputException("%s cannot be read (%s)".formatted(name(), e));
        }
        if (answers.errors() > 0) {
            err.printf(
                    "lacuna: %d of %d lines hold no change; each is answered by what is wrong with it%n",
                    answers.errors(), answers.count());
        }
        return answers.unheard() ? Lacuna.STOPPED : answers.errors() > 0 ? Lacuna.DONE_WITH_FAULTS : Lacuna.DONE;
    }

    private static void answerAll(BufferedReader lines, Flagger flagger, FlagAnswers answers) throws IOException {
        try (var inOrder = new InOrder<FlagAnswers.Answer>(AT_ONCE, WINDOW, answers::write)) {
            for (var line = lines.readLine(); line != null && !answers.unheard(); line = lines.readLine()) {
                var bytes = line.getBytes(StandardCharsets.ISO_8859_1);
                if (!line.isBlank()) {
                    inOrder.give(() -> FlagAnswers.of(FlagLine.read(bytes), flagger));
                }
            }
        }
    }

    private InputStream open() throws IOException {
        if (file.equals("-")) {
            return in;
        }
        var path = Path.of(file);
        if (Files.isDirectory(path)) {
            throw new BadInputException(file + " is a folder: give a file of JSON Lines, or - for standard input");
        }
        if (Files.notExists(path)) {
            throw new BadInputException(file + " does not exist: give a file of JSON Lines, or - for standard input");
        }
        return Files.newInputStream(path);
    }

    private String name() {
        return file.equals("-") ? "standard input" : file;
    }

    private Flagger flagger(PrintWriter err) {
        return new Flagger(Lexicon.shipped(), annotator.orElseGet(() -> new LanguageModels(err)));
    }
}
