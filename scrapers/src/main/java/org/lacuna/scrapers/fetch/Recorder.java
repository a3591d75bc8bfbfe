package org.lacuna.scrapers.fetch;

import org.lacuna.schema.Capture;

/** Keeps what was fetched, good or bad. Called from many threads. */
@FunctionalInterface
public interface Recorder {

    /**
     * Keeps an exchange.
     *
     * @param ask what it is part of
     * @return where it is kept
     * @throws java.io.UncheckedIOException if it cannot be kept; then nothing that comes after may count
     */
    Capture record(Ask ask, Exchange exchange);
}
