package org.lacuna.app.deliver;

import java.util.List;

/**
 * What a mail says, before it is written as plain text or HTML.
 *
 * @param subject one line
 * @param parts what follows, in order
 */
record Letter(String subject, List<Part> parts) {

    /**
     * A part under a heading.
     *
     * @param heading empty for the opening
     * @param lines at least one
     */
    record Part(String heading, List<Line> lines) {}

    /** What a part is made of. */
    sealed interface Line {

        /** A sentence of ours, perhaps with foreign words in it. */
        record Says(String text) implements Line {}

        /** Words of a release, as they stand; language is a BCP 47 tag. */
        record Quote(String text, String language) implements Line {}

        /** A page of ours. */
        record Link(String address) implements Line {}
    }
}
