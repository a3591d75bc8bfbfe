package org.lacuna.app.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.Topology;
import org.lacuna.app.alert.AlertTopology;
import org.lacuna.app.compare.CompareTopology;
import org.lacuna.app.deliver.Deliverer;
import org.lacuna.app.flag.FlagTopology;
import org.lacuna.app.flag.engine.CoreNlp;
import org.lacuna.app.flag.engine.Flagger;
import org.lacuna.app.flag.engine.Models;
import org.lacuna.app.history.Archive;
import org.lacuna.app.history.HistoryWriter;
import org.lacuna.app.history.UnusableDatabaseException;
import org.lacuna.app.lexicon.Lexicon;
import org.lacuna.app.web.WebServer;
import org.lacuna.scrapers.collect.Collector;
import org.lacuna.scrapers.collect.CollectorSettings;
import org.lacuna.topics.Topics;

/**
 * Every role in one process: broker, stages, history, delivery, pages, collector. What was started last is stopped first,
 * so that nothing is written that nobody reads. Start, ask and close from one thread.
 */
public final class Pipeline implements AutoCloseable {

    private static final Duration LONGEST_ANALYSIS = Duration.ofSeconds(10);

    /** What starting gave. */
    public sealed interface Answer {
        /** Everything runs. */
        record Started(Pipeline pipeline) implements Answer {}

        /**
         * Something that is needed cannot be had; nothing is left running.
         *
         * @param why what is wrong and what to do, in one line
         */
        record Refused(String why) implements Answer {}
    }

    private final Parts parts;
    private final Archive archive;
    private final URI url;
    private final Collecting collector;
    private final Backlog backlog;

    private Pipeline(Parts parts, Archive archive, URI url, Collecting collector, Backlog backlog) {
        this.parts = parts;
        this.archive = archive;
        this.url = url;
        this.collector = collector;
        this.backlog = backlog;
    }

    /** Starts everything that a configuration asks for. */
    public static Answer start(Config config, Clock clock) throws InterruptedException {
        var parts = new Parts();
        try {
            return new Answer.Started(start(config, clock, parts));
        } catch (CannotStart | UnusableDatabaseException | IOException | UncheckedIOException e) {
            parts.close();
            return new Answer.Refused(String.valueOf(e.getMessage()));
        } catch (KafkaException e) {
            parts.close();
            return new Answer.Refused("%s: %s; check kafka.client in the configuration, and that the cluster is up"
                    .formatted(
                            e.getMessage(),
                            Optional.ofNullable(e.getCause())
                                    .map(Throwable::getMessage)
                                    .orElse("no reason given")));
        } catch (InterruptedException | RuntimeException | Error e) {
            parts.close();
            throw e;
        }
    }

    private static Pipeline start(Config config, Clock clock, Parts parts)
            throws CannotStart, IOException, InterruptedException {
        var folder = parts.add("data folder", hold(config.data()));
        var archive = parts.add("archive", Archive.open(folder.database()));
        // The pages come early: a port in use is said at once, and people see the start in /health/ready.
        int port = config.web().port() == 0 ? Cluster.freePort() : config.web().port();
        var url = config.web().url().orElse(URI.create("http://localhost:" + port));
        parts.add("pages", serve(new WebServer.Settings(config.web().host(), port, url), archive, parts));
        // The models take longest: they load while all else starts.
        var models = new Models();
        config.sources().stream()
                .flatMap(source -> source.releases().stream())
                .flatMap(listing -> Models.Language.of(listing.release().getLanguage()).stream())
                .distinct()
                .forEach(models::startLoading);

        var cluster = Cluster.of(config.kafka(), folder, parts);
        var admin = parts.add("cluster", Admin.create(cluster.client()));
        new TopicSetup(admin, cluster.replication()).ensure(Topics.ALL);
        new SubscriptionBook(cluster.client()).set(config.subscriptions());

        var history = HistoryWriter.start(folder.database(), cluster.client());
        parts.add("history", history, history::isRunning, history::fault);
        config.mail().ifPresent(mail -> {
            var deliverer = Deliverer.start(cluster.client(), mail, url, clock);
            parts.add("deliver", deliverer, deliverer::isRunning, deliverer::fault);
        });
        var flagger = new Flagger(Lexicon.shipped(), new CoreNlp(models, LONGEST_ANALYSIS));
        start("alert", AlertTopology.build(), cluster.client(), folder.streams(), parts);
        var patient = new HashMap<>(cluster.client());
        patient.putAll(FlagTopology.SETTINGS);
        start("flag", FlagTopology.build(flagger), patient, folder.streams(), parts);
        start("compare", CompareTopology.build(config.markets()), cluster.client(), folder.streams(), parts);

        var settings = new CollectorSettings(folder.archive(), config.egress(), config.userAgent(), clock);
        var collector = new Collecting(new Collector(cluster.client(), "lacuna.collector", config.sources(), settings));
        parts.add("collector", collector, () -> true, collector::trouble);
        parts.complete();
        return new Pipeline(parts, archive, url, collector, backlog(admin, archive, config));
    }

    private static DataFolder hold(Path path) throws CannotStart {
        return switch (DataFolder.hold(path)) {
            case DataFolder.Answer.Held(var folder) -> folder;
            case DataFolder.Answer.Refused(var why) -> throw new CannotStart(why);
        };
    }

    private static WebServer serve(WebServer.Settings settings, Archive archive, Parts parts) throws CannotStart {
        return switch (WebServer.start(settings, archive, parts)) {
            case WebServer.Started(var server) -> server;
            case WebServer.Refused(var why) -> throw new CannotStart(why);
        };
    }

    private static void start(String name, Topology topology, Map<String, Object> client, Path state, Parts parts) {
        var stage = Stage.start(name, topology, client, state);
        parts.add(name, stage, stage::isRunning, stage::fault);
    }

    private static Backlog backlog(Admin admin, Archive archive, Config config) {
        var backlog = new Backlog(admin)
                .group("compare", List.of(Topics.SNAPSHOTS))
                .group("flag", List.of(Topics.CHANGES))
                .group("alert", List.of(Topics.FINDINGS, Topics.SUBSCRIPTIONS));
        if (config.mail().isPresent()) {
            backlog.group("deliver", List.of(Topics.ALERTS));
        }
        return backlog.reader("history", HistoryWriter.topics(), archive::positions);
    }

    /** Where the pages are. */
    public URI url() {
        return url;
    }

    /** What was concluded so far. */
    public Archive archive() {
        return archive;
    }

    /** Asks the sources. */
    public Collecting collecting() {
        return collector;
    }

    /** Names of the stages that have something left to do, in the order of the pipeline; none when it is quiet. */
    public Set<String> busy() throws InterruptedException {
        return backlog.behind();
    }

    /** What does not work at present, one line each; none when all is well. */
    public List<String> notReady() {
        return parts.notReady();
    }

    /** Why a part stopped by itself, in one line; empty while all of them run. */
    public Optional<String> fault() {
        return parts.fault();
    }

    /** Stops in order: the collector first, the broker last. What was accepted is kept. */
    @Override
    public void close() {
        parts.close();
    }
}
