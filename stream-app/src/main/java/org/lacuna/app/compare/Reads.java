package org.lacuna.app.compare;

/** What the stage read and aligned, counted: the same on every machine, so that a test can hold it to a bound. One thread. */
final class Reads {

    private long sections;
    private long tokens;
    private long passages;

    /** One section was read from the shelf. */
    void section() {
        sections++;
    }

    /** Tokens were read. */
    void tokens(long count) {
        tokens += count;
    }

    /** Passages were aligned. */
    void passages(long count) {
        passages += count;
    }

    /** Sections read from the shelf so far. */
    long sections() {
        return sections;
    }

    /** Tokens read so far, of any text for any purpose. */
    long tokens() {
        return tokens;
    }

    /** Passages aligned so far, of both sides. */
    long passages() {
        return passages;
    }
}
