package org.lacuna.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lacuna.app.oneshot.BadInputException;
import org.lacuna.app.runtime.Config;
import org.lacuna.app.runtime.ConfigReader;
import org.lacuna.app.runtime.Pipeline;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lacuna run}: every role in one process, for real. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Collects, compares, flags, alerts and shows, all in one process, until Ctrl-C.")
final class RunCommand implements Callable<Integer> {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    @Option(
            names = "--config",
            paramLabel = "FILE",
            required = true,
            description = "What to collect and how, in YAML; the README has an example.")
    private Path file = Path.of("");

    @Option(names = "--port", paramLabel = "P", description = "Port of the pages, instead of the one in the file.")
    private @Nullable Integer port;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if (port != null) {
            Ports.check(port);
        }
        var config =
                switch (ConfigReader.read(file)) {
                    case ConfigReader.Answer.Ok(var read) -> port == null ? read : read.onPort(port);
                    case ConfigReader.Answer.Bad(var errors) ->
                        throw new BadInputException(String.join(System.lineSeparator() + "lacuna: ", errors));
                };
        try (var stop = StopSignal.install()) {
            return switch (Pipeline.start(config, Clock.systemUTC())) {
                case Pipeline.Answer.Refused(var why) -> throw new BadInputException(why);
                case Pipeline.Answer.Started(var pipeline) -> {
                    try (pipeline) {
                        yield collect(pipeline, config, stop);
                    }
                }
            };
        }
    }

    private int collect(Pipeline pipeline, Config config, StopSignal stop) throws InterruptedException {
        var command = Objects.requireNonNull(spec).commandLine();
        PrintWriter err = command.getErr();
        command.getOut().println("Open " + pipeline.url());
        err.println("lacuna: watching %d sources; everything is kept in %s"
                .formatted(config.sources().size(), config.data()));
        pipeline.collecting().start(round -> {
            round.trouble().ifPresent(trouble -> err.println("lacuna: " + trouble));
            round.faults()
                    .forEach(fault -> err.println("lacuna: %s %s: %s: %s"
                            .formatted(fault.getSource(), fault.getRelease(), fault.getKind(), fault.getSays())));
        });
        while (!stop.askedWithin(BETWEEN_LOOKS)) {
            if (pipeline.fault().isPresent()) {
                err.println("lacuna: " + pipeline.fault().get() + "; what was accepted is safe");
                return Lacuna.STOPPED;
            }
        }
        return Lacuna.DONE;
    }
}
