package org.lacuna.app.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.lacuna.app.flag.engine.Analysis;
import org.lacuna.app.flag.engine.Annotator;
import org.lacuna.app.flag.engine.CoreNlp;
import org.lacuna.app.flag.engine.Models;

/**
 * The language models of a command: each loaded when a text first needs it, which takes seconds and so is said. Safe for
 * many threads.
 */
final class LanguageModels implements Annotator {

    private static final Duration LONGEST_READING = Duration.ofSeconds(10);

    private final CoreNlp models = new CoreNlp(new Models(), LONGEST_READING);
    private final Set<Models.Language> said = ConcurrentHashMap.newKeySet();
    private final PrintWriter err;

    /** @param err where what the program says of itself goes */
    LanguageModels(PrintWriter err) {
        this.err = err;
    }

    @Override
    public Analysis analyse(String text, String language) {
        Models.Language.of(language)
                .filter(said::add)
                .ifPresent(known -> err.println("lacuna: loading the language model for "
                        + known.name().charAt(0)
                        + known.name().substring(1).toLowerCase(Locale.ROOT)));
        return models.analyse(text, language);
    }
}
