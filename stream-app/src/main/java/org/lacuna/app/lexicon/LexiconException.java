package org.lacuna.app.lexicon;

import java.io.Serial;

/** A lexicon file is wrong. The message starts with {@code file:line:column}, both counted from 1. */
public final class LexiconException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    LexiconException(String file, int line, int column, String problem) {
        super("%s:%d:%d: %s".formatted(file, line, column, problem));
    }
}
