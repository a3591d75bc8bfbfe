package org.lacuna.app.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lacuna.app.compare.MarketPlan;
import org.lacuna.app.runtime.Config;
import org.lacuna.app.runtime.Pipeline;
import org.lacuna.schema.Subscription;
import org.lacuna.scrapers.collect.Round;

/**
 * The whole pipeline over a small local internet, in rounds: the sites change between them, and what is found shows it. A
 * demo on a folder that one was stopped in goes on with the round it was in. For one thread.
 */
public final class Demo implements AutoCloseable {

    /** The subscription whose mails go to the local mail server. */
    static final Subscription PRESS_DESK =
            new Subscription("press-desk", "press@example.org", List.of(), List.of(), List.of(), 2, true);

    private static final List<String> PARTS =
            List.of("start", "collect", "compare", "flag", "alert", "deliver", "history");
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** What starting gave. */
    public sealed interface Answer {
        /** The pages are up. */
        record Started(Demo demo) implements Answer {}

        /** It cannot start, and why, in one line. */
        record Refused(String why) implements Answer {}
    }

    /** Tells how it goes, and whether to go on. */
    public interface Watcher {
        /** A round was collected; the stages have not read it yet. */
        void collected(int number, Round round);

        /** The first finding is on the pages. */
        void firstFinding(Duration sinceStart);

        /** Waits a little; false when somebody wants it to stop. */
        boolean waitAndGoOn(Duration pause) throws InterruptedException;
    }

    private final LocalInternet internet;
    private final Pipeline pipeline;
    private final RoundMark mark;
    private final Stopwatch stopwatch;
    private Optional<Duration> firstFinding = Optional.empty();
    private Optional<String> trouble = Optional.empty();

    private Demo(LocalInternet internet, Pipeline pipeline, RoundMark mark, Stopwatch stopwatch) {
        this.internet = internet;
        this.pipeline = pipeline;
        this.mark = mark;
        this.stopwatch = stopwatch;
    }

    /**
     * Starts the sites and the pipeline.
     *
     * @param folder where everything is kept
     * @param port where the pages are to be served; 0: any that is free
     */
    public static Answer start(Path folder, int port, Clock clock) throws InterruptedException {
        try {
            return start(folder, port, clock, LocalInternet.start(folder.resolve("mail")));
        } catch (IOException e) {
            return new Answer.Refused("%s cannot be used (%s): give another folder with --dir".formatted(folder, e));
        }
    }

    private static Answer start(Path folder, int port, Clock clock, LocalInternet internet)
            throws InterruptedException {
        var stopwatch = new Stopwatch(PARTS);
        return switch (Pipeline.start(config(folder, port, internet), clock)) {
            case Pipeline.Answer.Started(var pipeline) -> {
                stopwatch.lap(Set.of("start"));
                yield new Answer.Started(new Demo(internet, pipeline, new RoundMark(folder), stopwatch));
            }
            case Pipeline.Answer.Refused(var why) -> {
                internet.close();
                yield new Answer.Refused(why);
            }
        };
    }

    private static Config config(Path folder, int port, LocalInternet internet) {
        return new Config(
                folder,
                new Config.Kafka.Embedded(Optional.empty()),
                new Config.Web("127.0.0.1", port, Optional.empty()),
                Optional.of(internet.mail()),
                MarketPlan.CHINA,
                internet.egress(),
                Config.USER_AGENT,
                internet.sources(),
                List.of(PRESS_DESK));
    }

    /** Where the pages are. */
    public URI url() {
        return pipeline.url();
    }

    /**
     * Plays the rounds that are left.
     *
     * @return whether all were played; false when the watcher or a fault stopped it
     * @throws IOException if the folder cannot be written
     */
    public boolean play(Watcher watcher) throws IOException, InterruptedException {
        for (int round = mark.finished() + 1; round <= DemoSites.ROUNDS; round++) {
            internet.round(round);
            var collected = pipeline.collecting().once();
            stopwatch.lap(Set.of("collect"));
            watcher.collected(round, collected);
            trouble = collected.trouble();
            if (trouble.isPresent() || !settle(watcher)) {
                return false;
            }
            mark.finish(round);
        }
        internet.round(DemoSites.ROUNDS);
        return settle(watcher);
    }

    /** Ends a round that is being collected; from any thread. */
    public void stopCollecting() {
        pipeline.collecting().close();
    }

    /** Waits until every stage has read everything; a stage that does not get on is a fault. */
    private boolean settle(Watcher watcher) throws InterruptedException {
        long since = System.nanoTime();
        var before = Set.<String>of();
        for (var busy = pipeline.busy(); !busy.isEmpty(); busy = pipeline.busy()) {
            if (!busy.equals(before)) {
                before = busy;
                since = System.nanoTime();
            } else if (System.nanoTime() - since > PATIENCE.toNanos()) {
                trouble = Optional.of("nothing moves in %s: %s".formatted(busy, pipeline.notReady()));
            }
            if (fault().isPresent() || !watcher.waitAndGoOn(BETWEEN_LOOKS)) {
                return false;
            }
            stopwatch.lap(busy);
            lookForFirstFinding(watcher);
        }
        lookForFirstFinding(watcher);
        return true;
    }

    private void lookForFirstFinding(Watcher watcher) {
        if (firstFinding.isEmpty()
                && !pipeline.archive().summary().findingsByLevel().isEmpty()) {
            firstFinding = Optional.of(stopwatch.total());
            watcher.firstFinding(stopwatch.total());
        }
    }

    /** Why a part of the pipeline stopped by itself, or the collector could not go on; empty while all is well. */
    public Optional<String> fault() {
        return pipeline.fault().or(() -> trouble);
    }

    /** What was done so far. */
    public DemoSummary summary() {
        return new DemoSummary(pipeline.archive().summary(), stopwatch.laps(), firstFinding, stopwatch.total());
    }

    /** Stops the pipeline, then the sites. */
    @Override
    public void close() {
        pipeline.close();
        internet.close();
    }
}
