package org.lacuna.topics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The versions of each record's schema that were ever published, kept as resources {@code /published/NAME/1.avsc},
 * {@code 2.avsc} and so on. A version is never altered or taken away: records written with it are still on topics.
 */
final class PublishedSchemas {

    private PublishedSchemas() {}

    /**
     * All published versions of a record's schema, oldest first; none where it was never published.
     *
     * @param name simple name of the record
     */
    static List<Schema> of(String name) {
        var schemas = new ArrayList<Schema>();
        for (Schema schema = version(name, 1); schema != null; schema = version(name, schemas.size() + 1)) {
            schemas.add(schema);
        }
        return List.copyOf(schemas);
    }

    private static @Nullable Schema version(String name, int number) {
        String resource = "/published/" + name + "/" + number + ".avsc";
        try (InputStream in = PublishedSchemas.class.getResourceAsStream(resource)) {
            return in == null ? null : new Schema.Parser().parse(in);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
