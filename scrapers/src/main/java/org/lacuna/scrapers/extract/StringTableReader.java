package org.lacuna.scrapers.extract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.lacuna.schema.Passage;

/**
 * Reads the JSON string tables of games: every string becomes an entry, numbers and the like are passed over. Comments
 * and commas at the end of a list are let pass, since tables written by hand have them. Pure, thread-safe.
 */
public final class StringTableReader {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    private StringTableReader() {}

    /**
     * The strings in the order of the file; both, if a key stands twice; empty ones too, since an emptied string is a
     * difference.
     *
     * @param name what the file is called in the reason why it could not be read
     * @return one section without a name; keys are nested names and array indexes (from 0) joined by '.'
     */
    public static Extracted read(String json, String name) {
        var entries = new ArrayList<Passage>();
        try (var parser = JSON.createParser(json)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    entries.add(Passages.entry(path(parser), parser.getText()));
                }
            }
        } catch (JsonProcessingException malformed) {
            var place = malformed.getLocation();
            return new Extracted.Unreadable("%s, line %d, column %d: not valid JSON: %s"
                    .formatted(
                            name,
                            place == null ? 1 : place.getLineNr(),
                            place == null ? 1 : place.getColumnNr(),
                            Whitespace.unwrapped(malformed.getOriginalMessage())));
        } catch (IOException unreachable) {
            return new Extracted.Unreadable("%s: not valid JSON: %s".formatted(name, unreachable.getMessage()));
        }
        return entries.isEmpty()
                ? new Extracted.Unreadable(
                        "%s holds no strings: expected a JSON table of keys and texts".formatted(name))
                : new Extracted.Ok(List.of(new Extracted.Section("", entries)));
    }

    private static String path(JsonParser parser) {
        var steps = new ArrayDeque<String>();
        for (JsonStreamContext at = parser.getParsingContext(); at != null && !at.inRoot(); at = at.getParent()) {
            steps.addFirst(at.inObject() ? at.getCurrentName() : Integer.toString(at.getCurrentIndex()));
        }
        return String.join(".", steps);
    }
}
