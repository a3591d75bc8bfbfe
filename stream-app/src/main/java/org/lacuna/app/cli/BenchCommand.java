package org.lacuna.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.lacuna.app.oneshot.BadInputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/**
 * {@code lacuna bench}: stands here for the help alone. The launcher builds the benchmarks and starts their own program,
 * since the programs that they measure beside are no part of this one.
 */
@Command(name = "bench", description = "Prints the figures that the README quotes, beside those of named programs.")
final class BenchCommand implements Callable<Integer> {

    @Unmatched
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() {
        throw new BadInputException(
                "the benchmarks are a program of their own: start them with the launcher, ./lacuna bench "
                        + String.join(" ", arguments));
    }
}
