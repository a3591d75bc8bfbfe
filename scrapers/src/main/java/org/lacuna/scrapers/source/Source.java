package org.lacuna.scrapers.source;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lacuna.schema.Medium;
import org.lacuna.schema.Release;
import org.lacuna.scrapers.extract.Selectors;

/**
 * A place that shows releases, as its declaration describes it.
 *
 * @param id id of the declaration, of {@code a-z}, {@code 0-9} and {@code -}
 * @param name name for people
 * @param medium what all of its works are
 * @param pause least time between two requests to one host
 * @param every how often each release is asked for
 * @param promise what a good answer holds
 * @param absence how it says that it does not offer a release
 * @param blocked texts of its block pages, beside the built-in signatures
 * @param releases what it is asked for
 */
public record Source(
        String id,
        String name,
        Medium medium,
        Duration pause,
        Duration every,
        Promise promise,
        Absence absence,
        List<String> blocked,
        List<Listing> releases) {

    /** Copies the lists. */
    public Source {
        blocked = List.copyOf(blocked);
        releases = List.copyOf(releases);
    }

    /**
     * What a good answer holds; where it does not, the source is at fault.
     *
     * @param contains text that each page document holds
     * @param fields fields that are extracted from the pages of a release
     * @param passages least number of passages of a release
     */
    public record Promise(Optional<String> contains, List<String> fields, int passages) {
        /** Copies the list. */
        public Promise {
            fields = List.copyOf(fields);
        }
    }

    /**
     * How a source says that it does not offer a release in a market.
     *
     * @param selector CSS selector of an element that says so
     * @param status HTTP statuses that say so
     * @param sightings how often in a row it must say so before it counts
     */
    public record Absence(Optional<String> selector, Set<Integer> status, int sightings) {
        /** Copies the set. */
        public Absence {
            status = Set.copyOf(status);
        }
    }

    /**
     * A release at this source.
     *
     * @param egress name of the way out that the source is asked through
     * @param documents what is read of it; at least one
     */
    public record Listing(Release release, String egress, List<Document> documents) {
        /** Copies the list. */
        public Listing {
            documents = List.copyOf(documents);
        }
    }

    /**
     * A document of a release.
     *
     * @param url its address, placeholders filled in
     * @param selectors where on a page the wanted texts stand; without them its main text
     * @param name name of a section to which the document gives none
     * @param optional whether a 404 means that there is no such document
     */
    public record Document(
            URI url, Read read, Optional<Selectors> selectors, Optional<String> name, boolean optional) {}

    /** As what a document is read. */
    public enum Read {
        /** An HTML page. */
        PAGE,
        /** Subtitles in SRT or WebVTT. */
        SUBTITLES,
        /** A JSON table of strings. */
        STRINGS,
        /** Plain text in chapters. */
        TEXT,
        /** Whatever it turns out to be. */
        AUTO
    }
}
