package org.lacuna.app.bench.peers;

/** A run was ended at its limit. */
public final class TimeIsUp extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** With no stack: it says nothing but its name. */
    TimeIsUp() {
        super("the time is up", null, false, false);
    }
}
