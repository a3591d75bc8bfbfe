package org.lacuna.scrapers.fetch;

import org.lacuna.scrapers.source.Source;

/**
 * What a page turned out to be.
 */
public sealed interface PageQuality {

    /** It is what was promised, as far as can be seen before it is read; {@code text} is all of it, decoded. */
    record Good(String text) implements PageQuality {}

    /**
     * The source says that it does not offer the release.
     *
     * @param byStatus whether only the status says so
     */
    record Absent(boolean byStatus) implements PageQuality {}

    /** There is no such document, and there need not be. */
    record Missing() implements PageQuality {}

    /** It is not what was promised. */
    record Bad(Fetched.Fault fault) implements PageQuality {}

    /** Judges a page. */
    static PageQuality of(Fetched.Page page, Source source, Source.Document document) {
        return new PageJudge(page, source, document).judge();
    }
}
