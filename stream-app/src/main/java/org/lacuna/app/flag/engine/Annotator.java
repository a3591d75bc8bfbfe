package org.lacuna.app.flag.engine;

/** Reads a text with language models. Safe for many threads. */
public interface Annotator {

    /**
     * Reads a text; long ones only up to a limit.
     *
     * @param language BCP 47 tag; Chinese of either script is read by the Chinese models
     * @return what was found; never fails
     */
    Analysis analyse(String text, String language);

    /** One that loads no model. */
    static Annotator none() {
        return (text, language) -> new Analysis.NotAnalysed("no language model in use");
    }
}
