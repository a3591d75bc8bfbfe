package org.lacuna.app.bench.rows;

import java.util.Locale;

/** How time grows with size: the slope in a drawing of both logarithms, 1 where twice the size takes twice the time. */
final class Growth {

    private double firstSize;
    private double firstTime;
    private double size;
    private double time;

    void add(double newSize, double newTime) {
        if (firstSize == 0) {
            firstSize = newSize;
            firstTime = newTime;
        }
        size = newSize;
        time = newTime;
    }

    /** The slope since the first; empty at the first. */
    String sinceFirst() {
        return size == firstSize
                ? ""
                : String.format(Locale.ROOT, " (slope %.2f)", Math.log(time / firstTime) / Math.log(size / firstSize));
    }
}
