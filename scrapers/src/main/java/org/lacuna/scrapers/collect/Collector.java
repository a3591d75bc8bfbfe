package org.lacuna.scrapers.collect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.lacuna.scrapers.fetch.FetchSettings;
import org.lacuna.scrapers.fetch.Fetcher;
import org.lacuna.scrapers.preserve.WarcArchive;
import org.lacuna.scrapers.publish.Publisher;
import org.lacuna.scrapers.source.Source;

/**
 * Asks sources for their releases, keeps what comes back, and publishes what is new. A release is read whole or not at
 * all; a source that does not deliver is a fault and never a change. What is known outlives a restart. Thread-safe; one
 * round runs at a time.
 */
public final class Collector implements AutoCloseable {

    private record Task(Source source, Source.Listing listing) {
        private String id() {
            return source.id() + ' ' + listing.release().getId();
        }
    }

    private record Answer(Task task, Outcome outcome) {}

    private static final Duration FIRST_RETRY = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 16;

    private final List<Task> tasks = new ArrayList<>();
    private final Clock clock;
    private final WarcArchive archive;
    private final Fetcher fetcher;
    private final Publisher publisher;
    private final Map<String, Instant> due = new HashMap<>();
    /** How often in a row a release was faulty. */
    private final Map<String, Integer> faults = new HashMap<>();
    /** How often in a row a document that was there was not; only in memory, so a restart begins anew, for the safe. */
    private final Map<String, Integer> vanished = new HashMap<>();

    private final ReentrantLock turn = new ReentrantLock();
    private volatile boolean closed;
    private volatile @Nullable ExecutorService running;

    /**
     * Opens the archive and connects to the cluster.
     *
     * @param kafkaClient how to reach the cluster: {@code bootstrap.servers} and whatever else it asks for
     * @param collectorId the same after a restart, another for each collector
     * @param sources with ids of their own
     * @throws KafkaException if the cluster cannot be reached
     * @throws UncheckedIOException if the archive folder cannot be read or written
     * @throws IllegalArgumentException if two sources have the same id
     */
    public Collector(
            Map<String, Object> kafkaClient, String collectorId, List<Source> sources, CollectorSettings settings) {
        var ids = new HashSet<String>();
        for (var source : sources) {
            if (!ids.add(source.id())) {
                throw new IllegalArgumentException("two sources have the id '%s': rename one".formatted(source.id()));
            }
            source.releases().forEach(listing -> tasks.add(new Task(source, listing)));
        }
        clock = settings.clock();
        try {
            archive = WarcArchive.open(settings.archiveFolder(), settings.userAgent(), clock);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the archive folder %s cannot be used: %s".formatted(settings.archiveFolder(), e.getMessage()), e);
        }
        fetcher = new Fetcher(
                new FetchSettings(settings.userAgent(), settings.egress(), FetchSettings.Limits.usual(), clock),
                archive);
        publisher = new Publisher(kafkaClient, collectorId);
    }

    /** Asks for every release that is due: at first each of them, later as often as its source declares. */
    public Round collect() {
        return round(false);
    }

    /** Asks for every release, due or not; only a host that asks to wait is still waited for. */
    public Round collectAll() {
        return round(true);
    }

    private Round round(boolean all) {
        turn.lock();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            running = executor;
            var tally = new Tally();
            if (closed) {
                return tally.stopped("the collector is closed");
            }
            try {
                publisher.connect();
                return ask(dueAt(clock.instant(), all), executor, tally);
            } catch (KafkaException e) {
                return tally.stopped("the cluster does not take what was collected; it is tried again: " + reason(e));
            } catch (UncheckedIOException e) {
                return tally.stopped(
                        "%s; free some space or mend the disk: %s".formatted(e.getMessage(), reason(e.getCause())));
            } catch (RejectedExecutionException e) {
                return tally.stopped("the collector is closing");
            } finally {
                // Nobody waits for what is still on its way.
                executor.shutdownNow();
            }
        } finally {
            running = null;
            turn.unlock();
        }
    }

    private List<Task> dueAt(Instant now, boolean all) {
        return tasks.stream()
                .filter(task -> all || !due.getOrDefault(task.id(), Instant.MIN).isAfter(now))
                .toList();
    }

    private Round ask(List<Task> asked, ExecutorService executor, Tally tally) {
        var answers = new ExecutorCompletionService<Answer>(executor);
        // A source's releases one after the other, so that they are published in the order of its declaration: whoever
        // compares them meets a work's markets in the same order each time.
        var waiting = asked.stream()
                .collect(Collectors.groupingBy(
                        task -> task.source().id(), LinkedHashMap::new, Collectors.toCollection(ArrayDeque::new)));
        waiting.values().forEach(queue -> answers.submit(reading(queue.removeFirst())));
        try {
            for (int i = 0; i < asked.size(); i++) {
                var answer = answers.take().get();
                Optional.ofNullable(waiting.get(answer.task().source().id()))
                        .map(ArrayDeque::pollFirst)
                        .ifPresent(next -> answers.submit(reading(next)));
                publish(answer, tally);
            }
            return tally.round(Optional.empty());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return tally.stopped("the round was interrupted");
        } catch (ExecutionException failed) {
            return switch (failed.getCause()) {
                case UncheckedIOException archiveFailed -> throw archiveFailed;
                case InterruptedException _ -> tally.stopped("the collector is closing");
                case null, default -> throw new IllegalStateException("a release could not be read", failed);
            };
        }
    }

    private Callable<Answer> reading(Task task) {
        var known = publisher.known(task.source().id(), task.listing().release().getId());
        var reader = new ReleaseReader(fetcher, clock, task.source(), task.listing(), known);
        return () -> new Answer(task, outcome(reader));
    }

    /** One release that makes a reader fail is a fault of its own and does not keep the others from being read. */
    private static Outcome outcome(ReleaseReader reader) throws InterruptedException {
        try {
            return reader.read();
        } catch (UncheckedIOException | KafkaException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            return reader.failed(e);
        }
    }

    private void publish(Answer answer, Tally tally) {
        var task = answer.task();
        // What is published must be in the archive, whatever happens next.
        archive.flush();
        switch (answer.outcome()) {
            case Outcome.Shown(var showing, var hasVanished) -> {
                int times = hasVanished ? vanished.merge(task.id(), 1, Integer::sum) : 0;
                boolean sure = !hasVanished || times >= task.source().absence().sightings();
                tally.add(sure && publisher.publish(showing));
                if (sure) {
                    vanished.remove(task.id());
                }
                next(task);
            }
            case Outcome.Absent(var showing) -> {
                tally.add(publisher.publishAbsence(
                        showing, task.source().absence().sightings()));
                next(task);
            }
            case Outcome.Faulty(var fault, var retryAt) -> {
                publisher.publish(List.of(fault));
                tally.add(fault);
                again(task, retryAt);
            }
        }
    }

    private void next(Task task) {
        faults.remove(task.id());
        due.put(task.id(), clock.instant().plus(task.source().every()));
    }

    /** A fault may be gone in a minute or stay for months: it is asked again soon at first, then less and less often. */
    private void again(Task task, Optional<Instant> retryAt) {
        int doublings = Math.min(faults.merge(task.id(), 1, Integer::sum) - 1, MOST_DOUBLINGS);
        var wait = FIRST_RETRY.multipliedBy(1L << doublings);
        var every = task.source().every();
        due.put(task.id(), retryAt.orElseGet(() -> clock.instant().plus(wait.compareTo(every) < 0 ? wait : every)));
    }

    private static String reason(@Nullable Throwable failed) {
        return failed == null
                ? "no reason given"
                : String.valueOf(failed.getMessage()).strip().replaceAll("\\s+", " ");
    }

    /** Stops a round that is on its way, and ends all connections. What was published stays. */
    @Override
    public void close() {
        closed = true;
        var round = running;
        if (round != null) {
            round.shutdownNow();
        }
        turn.lock();
        try (archive;
                fetcher;
                publisher) {
            due.clear();
        } finally {
            turn.unlock();
        }
    }
}
