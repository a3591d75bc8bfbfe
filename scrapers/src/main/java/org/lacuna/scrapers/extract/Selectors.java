package org.lacuna.scrapers.extract;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where on a page the wanted texts stand, as CSS selectors.
 *
 * @param fields rule by the name of the field, in the order of the passages
 * @param passages elements that hold prose
 * @param chapterTitle element that holds the name of the section of prose
 */
public record Selectors(Map<String, FieldRule> fields, Optional<String> passages, Optional<String> chapterTitle) {

    /** Copies the rules and keeps their order. */
    public Selectors {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /**
     * Where a field stands and how its value is written.
     *
     * @param css selector; each element it finds is one value
     * @param attribute attribute that holds the value; the element's text without it
     */
    public record FieldRule(String css, Optional<String> attribute, FieldType type) {}

    /** How the value of a field is written; a value that cannot be read as its type stays as the page has it. */
    public enum FieldType {
        /** Any text. */
        TEXT,
        /** A running time; becomes an ISO 8601 duration. */
        RUNTIME,
        /** A calendar date; becomes an ISO 8601 date. */
        DATE
    }
}
