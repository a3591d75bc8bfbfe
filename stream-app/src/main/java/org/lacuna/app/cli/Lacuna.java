package org.lacuna.app.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.lacuna.app.compare.engine.Comparer;
import org.lacuna.app.oneshot.BadInputException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The program. */
@Command(
        name = "lacuna",
        description = "Shows what the China-market version of a film, game or book leaves out, with the evidence.",
        mixinStandardHelpOptions = true,
        versionProvider = Lacuna.Version.class,
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            CompareCommand.class,
            FlagCommand.class,
            HistoryCommand.class,
            BenchCommand.class
        })
public final class Lacuna {

    /** Done, and nothing is wrong. */
    static final int DONE = 0;
    /** Done, and something is wrong. */
    static final int DONE_WITH_FAULTS = 1;
    /** Bad usage or bad input, said in one line. */
    static final int BAD_USAGE = 2;
    /** Stopped by a fault; what was accepted is safe. */
    static final int STOPPED = 3;

    private Lacuna() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Also a fault that picocli does not catch ends the process, whatever threads are left. */
    private static int run(String[] args) {
        var command = commandLine();
        try {
            return command.execute(args);
        } catch (Error e) {
            return sayFault(e, command);
        }
    }

    /** The command line, writing UTF-8 to standard output and standard error. */
    static CommandLine commandLine() {
        return commandLine(CommandLine.defaultFactory());
    }

    /** The same with another maker of commands. */
    static CommandLine commandLine(CommandLine.IFactory commands) {
        return new CommandLine(new Lacuna(), commands)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler(Lacuna::sayBadUsage)
                .setExecutionExceptionHandler(Lacuna::sayFault);
    }

    private static int sayBadUsage(CommandLine.ParameterException e, String[] args) {
        var command = e.getCommandLine();
        command.getErr().println("lacuna: " + e.getMessage());
        command.getErr()
                .println("lacuna: see 'lacuna %s--help'"
                        .formatted(command.getParent() == null ? "" : command.getCommandName() + " "));
        return BAD_USAGE;
    }

    private static int sayFault(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        if (e instanceof BadInputException) {
            command.getErr().println("lacuna: " + e.getMessage());
            return BAD_USAGE;
        }
        return sayFault(e, command);
    }

    private static int sayFault(Throwable e, CommandLine command) {
        command.getErr().println("lacuna: stopped by a fault of its own; please report it with what follows");
        e.printStackTrace(command.getErr());
        return STOPPED;
    }

    /** What {@code --version} prints. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            var built = Lacuna.class.getPackage().getImplementationVersion();
            return new String[] {
                "lacuna " + (built == null ? "(not packaged)" : built), "comparing engine " + Comparer.VERSION
            };
        }
    }
}
