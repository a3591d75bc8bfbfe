package org.lacuna.app.oneshot;

/** What the user gave cannot be used; the message says what, where and what to do, in one line. */
public final class BadInputException extends RuntimeException {

    /** Makes one. */
    public BadInputException(String message) {
        super(message);
    }
}
