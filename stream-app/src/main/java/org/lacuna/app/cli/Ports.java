package org.lacuna.app.cli;

import org.lacuna.app.oneshot.BadInputException;

/** Ports as people give them. */
final class Ports {

    private static final int HIGHEST = 65_535;

    private Ports() {}

    /** @throws BadInputException if it is none */
    static void check(int port) {
        if (port < 0 || port > HIGHEST) {
            throw new BadInputException(
                    "--port %d is no port: give one of 1 to %d, or 0 for any that is free".formatted(port, HIGHEST));
        }
    }
}
