package org.lacuna.app.history;

/** The database cannot be used; the message says which, why and what to do, in one line. */
public final class UnusableDatabaseException extends RuntimeException {

    UnusableDatabaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
