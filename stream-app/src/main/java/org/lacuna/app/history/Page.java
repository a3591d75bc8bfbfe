package org.lacuna.app.history;

import java.util.List;
import java.util.Optional;

/**
 * Some of the things asked for, and how to ask for the next.
 *
 * @param items the things, in order
 * @param next cursor of the page after this one; empty on the last
 * @param <T> type of the things
 */
public record Page<T>(List<T> items, Optional<String> next) {

    public Page {
        items = List.copyOf(items);
    }
}
