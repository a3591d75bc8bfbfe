package org.lacuna.app.runtime;

/** Ends a start that cannot go on, with the reason in one line; never leaves this package. */
final class CannotStart extends Exception {

    CannotStart(String why) {
        super(why);
    }
}
