package org.lacuna.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lacuna.app.demo.Demo;
import org.lacuna.app.demo.DemoSites;
import org.lacuna.app.oneshot.BadInputException;
import org.lacuna.scrapers.collect.Round;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lacuna demo}: the whole pipeline on this machine, with no network. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the whole pipeline on this machine with no network: a real broker, a small set of local release sites"
                    + " with invented works, collection in four rounds, comparison, flagging, alerts to a local mail"
                    + " server, and the pages."
        })
final class DemoCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(DemoCommand.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    @Option(names = "--port", paramLabel = "P", description = "Port of the pages (default: ${DEFAULT-VALUE}).")
    private int port = 8484;

    @Option(names = "--once", description = "End when everything is done, and print a JSON summary.")
    private boolean once;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "Keep everything in this folder, and go on with it the next time"
                    + " (default: a new folder that is deleted at the end).")
    private @Nullable Path folder;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Ports.check(port);
        try (var stop = StopSignal.install()) {
            if (folder != null) {
                return run(folder, stop);
            }
            var temporary = Files.createTempDirectory("lacuna-demo");
            try {
                return run(temporary, stop);
            } finally {
                delete(temporary);
            }
        }
    }

    private int run(Path where, StopSignal stop) throws IOException, InterruptedException {
        var command = Objects.requireNonNull(spec).commandLine();
        command.getErr().println("lacuna: starting the broker, the sites and the language models");
        return switch (Demo.start(where, port, Clock.systemUTC())) {
            case Demo.Answer.Refused(var why) -> throw new BadInputException(why);
            case Demo.Answer.Started(var demo) -> {
                try (demo) {
                    yield play(demo, stop, command.getOut(), command.getErr());
                }
            }
        };
    }

    private int play(Demo demo, StopSignal stop, PrintWriter out, PrintWriter err)
            throws IOException, InterruptedException {
        if (!once) {
            out.println("Open " + demo.url());
        }
        stop.whenAsked(demo::stopCollecting);
        boolean played = demo.play(new Progress(stop, err));
        if (once && played) {
            out.println(demo.summary().toJson());
            return Lacuna.DONE;
        }
        if (played) {
            err.println("lacuna: all rounds are played; the pages stay up until Ctrl-C");
        }
        do {
            if (demo.fault().isPresent() && !stop.askedWithin(Duration.ZERO)) {
                err.println("lacuna: " + demo.fault().get());
                return Lacuna.STOPPED;
            }
        } while (!stop.askedWithin(BETWEEN_LOOKS));
        return Lacuna.DONE;
    }

    private record Progress(StopSignal stop, PrintWriter err) implements Demo.Watcher {

        @Override
        public void collected(int number, Round round) {
            err.println("lacuna: round %d of %d: %d releases asked, %d new versions, %d unchanged, %d source faults"
                    .formatted(
                            number,
                            DemoSites.ROUNDS,
                            round.releases(),
                            round.published(),
                            round.unchanged(),
                            round.faults().size()));
        }

        @Override
        public void firstFinding(Duration sinceStart) {
            err.println("lacuna: the first finding after %d s".formatted(sinceStart.toSeconds()));
        }

        @Override
        public boolean waitAndGoOn(Duration pause) throws InterruptedException {
            return !stop.askedWithin(pause);
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("{} could not be deleted: {}", folder, e.toString());
        }
    }
}
