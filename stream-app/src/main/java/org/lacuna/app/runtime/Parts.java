package org.lacuna.app.runtime;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.lacuna.app.web.Readiness;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The parts of a running program, in the order they were started: stopped in the opposite one. Asking is safe for many
 * threads; adding and closing are for one.
 */
final class Parts implements AutoCloseable, Readiness {

    private static final Logger LOG = LoggerFactory.getLogger(Parts.class);

    private record Part(
            String name, AutoCloseable closing, BooleanSupplier running, Supplier<Optional<String>> fault) {}

    private final List<Part> parts = new CopyOnWriteArrayList<>();
    private volatile boolean complete;

    /** Adds a part that works as long as it is open. */
    <T extends AutoCloseable> T add(String name, T part) {
        return add(name, part, () -> true, Optional::empty);
    }

    /**
     * Adds a part that may stop by itself.
     *
     * @param running whether it works
     * @param fault why it stopped, in one line; empty where it did not. A part that runs may have one too, such as a
     *     mail server that does not answer: that is not for us to stop for
     */
    <T extends AutoCloseable> T add(String name, T part, BooleanSupplier running, Supplier<Optional<String>> fault) {
        parts.add(new Part(name, part, running, fault));
        return part;
    }

    /** Says that every part there is to be is there. */
    void complete() {
        complete = true;
    }

    @Override
    public List<String> notReady() {
        var troubles = parts.stream()
                .flatMap(part -> part
                        .fault()
                        .get()
                        .or(() -> Optional.of(part.name() + " does not run")
                                .filter(no -> !part.running().getAsBoolean()))
                        .stream())
                .toList();
        return complete || !troubles.isEmpty() ? troubles : List.of("starting");
    }

    /** Why the first part that stopped by itself did so; empty while all run. */
    Optional<String> fault() {
        return parts.stream()
                .filter(part -> !part.running().getAsBoolean())
                .flatMap(part -> part.fault().get().stream())
                .findFirst();
    }

    /** Stops what was started last first; a part that cannot stop does not keep the others from it. */
    @Override
    public void close() {
        for (var part : parts.reversed()) {
            try {
                part.closing().close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                LOG.warn("{} was interrupted while it stopped", part.name(), e);
            } catch (Exception e) {
                LOG.warn("{} did not stop in order", part.name(), e);
            }
        }
        parts.clear();
    }
}
