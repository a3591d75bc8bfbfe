package org.lacuna.app.bench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code lacuna bench}, a program of its own: what it measures beside is no part of Lacuna. */
@Command(
        name = "bench",
        description = "Prints the figures that the README quotes, beside those of named programs.",
        mixinStandardHelpOptions = true,
        subcommands = CompareBench.class)
public final class Bench {

    private static final int BAD_USAGE = 2;

    private Bench() {}

    /** Runs one benchmark and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Bench())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(writer(FileDescriptor.out))
                .setErr(writer(FileDescriptor.err))
                .setParameterExceptionHandler((e, args) -> {
                    e.getCommandLine().getErr().println("lacuna: " + e.getMessage());
                    return BAD_USAGE;
                });
    }

    private static PrintWriter writer(FileDescriptor where) {
        return new PrintWriter(new FileOutputStream(where), true, StandardCharsets.UTF_8);
    }
}
