package org.lacuna.scrapers.extract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.lacuna.schema.Passage;
import org.lacuna.schema.PassageKind;

/**
 * Reads a JSON string table: a passage for each string, its key the path to it, nested keys and array indices joined by
 * '.'. Numbers, booleans and nulls are no text and are left out; of keys that stand twice, both are kept.
 */
final class StringTableReader {

    private static final JsonFactory JSON = new JsonFactory();

    private StringTableReader() {}

    /** Reads a table; unreadable where it is no JSON or holds no string. */
    static Extracted read(String text) {
        var entries = new ArrayList<Passage>();
        try (var parser = JSON.createParser(text)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    entries.add(new Passage(
                            PassageKind.ENTRY, parser.getText(), path(parser.getParsingContext()), null, null));
                }
            }
        } catch (JsonProcessingException e) {
            return new Extracted.Unreadable("is no JSON: line %d, column %d: %s"
                    .formatted(
                            e.getLocation().getLineNr(),
                            e.getLocation().getColumnNr(),
                            firstLine(e.getOriginalMessage())));
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
        return entries.isEmpty()
                ? new Extracted.Unreadable("holds no string: a string table maps keys to texts")
                : new Extracted.Ok(List.of(new Extracted.Section("", entries)));
    }

    private static String path(JsonStreamContext innermost) {
        var parts = new ArrayDeque<String>();
        for (var context = innermost; context != null && !context.inRoot(); context = context.getParent()) {
            parts.addFirst(context.inArray() ? Integer.toString(context.getCurrentIndex()) : context.getCurrentName());
        }
        return String.join(".", parts);
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }
}
