package org.lacuna.scrapers.extract;

/** Whether a character is written without blanks around it, as Han characters and their punctuation are. */
final class Han {

    private Han() {}

    /** @param codePoint a Unicode code point */
    static boolean is(int codePoint) {
        return (codePoint >= 0x2E80 && Character.isIdeographic(codePoint))
                || (codePoint >= 0x3000 && codePoint <= 0x30FF)
                || (codePoint >= 0xFF00 && codePoint <= 0xFF60);
    }

    /** Puts a line behind another: with a blank between them unless one side of the seam is Han. */
    static void join(StringBuilder text, String line) {
        if (line.isEmpty()) {
            return;
        }
        if (!text.isEmpty() && !is(text.codePointBefore(text.length())) && !is(line.codePointAt(0))) {
            text.append(' ');
        }
        text.append(line);
    }
}
