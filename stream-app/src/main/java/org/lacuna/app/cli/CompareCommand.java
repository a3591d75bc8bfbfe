package org.lacuna.app.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lacuna.app.compare.engine.Comparer;
import org.lacuna.app.flag.engine.Annotator;
import org.lacuna.app.flag.engine.Flagger;
import org.lacuna.app.lexicon.Lexicon;
import org.lacuna.app.oneshot.ComparisonReport;
import org.lacuna.app.oneshot.FindingTable;
import org.lacuna.app.oneshot.Holding;
import org.lacuna.app.oneshot.JsonReport;
import org.lacuna.app.oneshot.WitnessTable;
import org.lacuna.schema.Medium;
import org.lacuna.scrapers.extract.DocumentReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lacuna compare}: two files at once, with no broker. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = "Says which passages of one file are missing, shortened or altered in another.")
final class CompareCommand implements Callable<Integer> {

    /** How the result is written. */
    enum Format {
        TEXT,
        JSON,
        HTML
    }

    @Parameters(
            index = "0",
            paramLabel = "BASELINE",
            description = "The fuller version: text, HTML, EPUB, SRT, VTT, ASS, JSON, CSV, TSV or PO.")
    private Path baseline = Path.of("");

    @Parameters(index = "1", paramLabel = "TARGET", description = "The version to hold against it.")
    private Path target = Path.of("");

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES} (default: text).")
    private Format format = Format.TEXT;

    @Option(
            names = "--segment",
            description = "What is a passage of a plain text: auto (a sentence) or lines (a line; blank ones count).")
    private DocumentReader.Segmentation segmentation = DocumentReader.Segmentation.AUTO;

    @Option(
            names = "--witness",
            paramLabel = "MARKET=FILE",
            description = "The same work as released in another market, to look each change up in; may be repeated.")
    private Map<String, Path> witnesses = new LinkedHashMap<>();

    @Option(
            names = "--baseline-lang",
            paramLabel = "LANG",
            description = "en, zh-Hans, zh-Hant … (default: told from the text).")
    private @Nullable String baselineLanguage;

    @Option(names = "--target-lang", paramLabel = "LANG", description = "The same for the target.")
    private @Nullable String targetLanguage;

    @Option(
            names = "--medium",
            description =
                    "${COMPLETION-CANDIDATES} (default: told from the file: cues film, keyed strings game, else book).")
    private @Nullable Medium medium;

    @Option(names = "--no-flag", description = "Leave the findings out and load no language model.")
    private boolean noFlag;

    @Spec
    private @Nullable CommandSpec spec;

    private final Optional<Annotator> annotator;

    /** With the language models, each loaded when a change first needs it. */
    CompareCommand() {
        this.annotator = Optional.empty();
    }

    /** With another reader of texts. */
    CompareCommand(Annotator annotator) {
        this.annotator = Optional.of(annotator);
    }

    @Override
    public Integer call() {
        var from = Holding.read(baseline, Optional.ofNullable(baselineLanguage), segmentation);
        var to = Holding.read(target, Optional.ofNullable(targetLanguage), segmentation);
        var comparer = new Comparer();
        var collation = comparer.compare(from.text(), to.text());
        var table = WitnessTable.of(collation, witnesses, segmentation);
        var findings = noFlag
                ? Optional.<FindingTable>empty()
                : Optional.of(FindingTable.of(collation, table, medium(from), flagger()));
        var report = new ComparisonReport(from, to, collation, table, findings);
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        switch (format) {
            case TEXT -> new TextReport(out).print(report);
            case JSON -> new JsonReport(out).print(report);
            case HTML -> new HtmlReport(out).print(report);
        }
        out.flush();
        return Lacuna.DONE;
    }

    private Medium medium(Holding baseline) {
        return medium == null ? FindingTable.usualMedium(baseline.text()) : medium;
    }

    private Flagger flagger() {
        var err = Objects.requireNonNull(spec).commandLine().getErr();
        return new Flagger(Lexicon.shipped(), annotator.orElseGet(() -> new LanguageModels(err)));
    }
}
