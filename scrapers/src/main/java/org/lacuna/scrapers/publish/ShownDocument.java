package org.lacuna.scrapers.publish;

import java.util.List;
import java.util.Optional;
import org.lacuna.schema.Capture;
import org.lacuna.schema.SectionRef;
import org.lacuna.scrapers.extract.Extracted;

/**
 * A document of a release, as it was shown.
 *
 * @param id what it is known by when the source is asked again
 * @param etag its ETag, as sent
 * @param lastModified its Last-Modified, as sent
 * @param digest SHA-256 of its decompressed bytes, {@code sha256:} and lower-case hex
 * @param capture where the archive keeps its bytes
 */
public record ShownDocument(
        String id,
        Optional<String> etag,
        Optional<String> lastModified,
        String digest,
        Capture capture,
        Content content) {

    /** What it says. */
    public sealed interface Content {

        /** It was read just now. */
        record Fresh(List<Extracted.Section> sections) implements Content {
            /** Copies the list. */
            public Fresh {
                sections = List.copyOf(sections);
            }
        }

        /** It is as it was when these sections were published. */
        record Unchanged(List<SectionRef> sections) implements Content {
            /** Copies the list. */
            public Unchanged {
                sections = List.copyOf(sections);
            }
        }
    }
}
