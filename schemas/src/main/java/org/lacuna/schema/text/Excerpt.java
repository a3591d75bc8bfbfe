package org.lacuna.schema.text;

/**
 * A part of a text that is too long to travel whole, with "…" where it was cut. Cuts between characters, never within
 * one; a text that is short enough stays as it is.
 */
public final class Excerpt {

    private static final String CUT = "…";

    private Excerpt() {}

    /**
     * The start of a text.
     *
     * @param most greatest length of what comes back, in UTF-16 code units; at least 1
     */
    public static String start(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int to = most - CUT.length();
        return text.substring(0, splits(text, to) ? to - 1 : to) + CUT;
    }

    /**
     * The end of a text.
     *
     * @param most greatest length of what comes back, in UTF-16 code units; at least 1
     */
    public static String end(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int from = text.length() - most + CUT.length();
        return CUT + text.substring(splits(text, from) ? from + 1 : from);
    }

    private static boolean splits(String text, int at) {
        return at > 0 && at < text.length() && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    }
}
