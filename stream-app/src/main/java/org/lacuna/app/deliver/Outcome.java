package org.lacuna.app.deliver;

/** What became of one try to send a mail. */
sealed interface Outcome {

    /** The server took it. */
    record Accepted(String answer) implements Outcome {}

    /** The server said no for good. */
    record Refused(String answer) implements Outcome {}

    /** We cannot put it into a mail: our bug; the next one flows. */
    record Unwritable(String why) implements Outcome {}

    /** Not now; in one line, why and where. */
    record Later(String why) implements Outcome {}
}
