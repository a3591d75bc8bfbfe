package org.lacuna.scrapers.source;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;

/** Where in a YAML file its values stand. */
public final class YamlPlaces {

    private record Place(int line, int column) {}

    private final String name;
    private final Map<String, Place> values = new HashMap<>();
    private final Map<String, Place> keys = new HashMap<>();

    YamlPlaces(String name) {
        this.name = name;
    }

    /**
     * Line and column of a value, both from 1, as {@code line:column}.
     *
     * @param pointer JSON pointer; where there is no such value, of the nearest one around it
     */
    public String lineAndColumn(String pointer) {
        var place = place(pointer);
        return place.line() + ":" + place.column();
    }

    /** An error about a value, as {@code file:line:column: what}. */
    public String error(String pointer, String what) {
        return "%s:%s: %s".formatted(name, lineAndColumn(pointer), what);
    }

    void value(String pointer, @Nullable Mark mark) {
        values.put(pointer, of(mark));
    }

    void key(String pointer, @Nullable Mark mark) {
        keys.put(pointer, of(mark));
    }

    String errorAtKey(String pointer, String what) {
        var place = Optional.ofNullable(keys.get(pointer)).orElseGet(() -> place(pointer));
        return "%s:%d:%d: %s".formatted(name, place.line(), place.column(), what);
    }

    String errorAt(@Nullable Mark mark, String what) {
        var place = of(mark);
        return "%s:%d:%d: %s".formatted(name, place.line(), place.column(), what);
    }

    /** Errors of this file without repetitions, in its order. */
    List<String> inOrder(List<String> errors) {
        return errors.stream()
                .distinct()
                .sorted(Comparator.comparingInt((String error) -> number(error, 0))
                        .thenComparingInt(error -> number(error, 1)))
                .toList();
    }

    private int number(String error, int which) {
        return Integer.parseInt(error.substring(name.length() + 1).split(":", 3)[which]);
    }

    private Place place(String pointer) {
        var here = values.get(pointer);
        if (here != null) {
            return here;
        }
        int parent = pointer.lastIndexOf('/');
        return parent < 0 ? new Place(1, 1) : place(pointer.substring(0, parent));
    }

    private static Place of(@Nullable Mark mark) {
        return mark == null ? new Place(1, 1) : new Place(mark.getLine() + 1, mark.getColumn() + 1);
    }
}
