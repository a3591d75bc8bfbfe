package org.lacuna.app.cli;

/** What the user gave cannot be used; the message says what, where and what to do, in one line. */
final class BadInputException extends RuntimeException {

    BadInputException(String message) {
        super(message);
    }
}
