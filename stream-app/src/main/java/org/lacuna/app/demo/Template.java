package org.lacuna.app.demo;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A page with places such as {@code {{title}}} to be filled in. Thread-safe. */
final class Template {

    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z.-]+)}}");

    private final String text;

    /** Reads a template of the demo's folder. */
    Template(String file) {
        this.text = Stock.read(file);
    }

    /**
     * Fills every place in: a list as paragraphs, anything else as text; a value that is not there leaves its place
     * empty.
     */
    String filled(Map<String, ?> values) {
        return PLACE.matcher(text).replaceAll(place -> {
            Object value = values.containsKey(place.group(1)) ? values.get(place.group(1)) : "";
            return Matcher.quoteReplacement(
                    value instanceof List<?> paragraphs ? paragraphs(paragraphs) : escaped(value));
        });
    }

    private static String paragraphs(List<?> paragraphs) {
        return paragraphs.stream()
                .map(paragraph -> "<p>" + escaped(paragraph) + "</p>\n")
                .collect(Collectors.joining());
    }

    private static String escaped(Object value) {
        return String.valueOf(value)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
