package org.lacuna.scrapers.extract;

/**
 * How much speaks for and against UTF-8.
 *
 * @param sequences well-formed sequences of two bytes or more
 * @param broken bytes that fit no sequence
 */
record Utf8Evidence(int sequences, int broken) {

    static Utf8Evidence of(byte[] bytes) {
        int sequences = 0;
        int broken = 0;
        int at = 0;
        while (at < bytes.length) {
            int length = lengthAt(bytes, at);
            sequences += length > 1 ? 1 : 0;
            broken += length == 0 ? 1 : 0;
            at += Math.max(length, 1);
        }
        return new Utf8Evidence(sequences, broken);
    }

    /** Whether it is UTF-8 with a little damage. */
    boolean almost() {
        return sequences >= 20 && broken * 20L <= sequences;
    }

    private static int lengthAt(byte[] bytes, int at) {
        int first = bytes[at] & 0xFF;
        if (first < 0x80) {
            return 1;
        }
        int length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
        if (first < 0xC2 || first > 0xF4 || at + length > bytes.length) {
            return 0;
        }
        for (int i = at + 1; i < at + length; i++) {
            if ((bytes[i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        int second = bytes[at + 1] & 0xFF;
        boolean outside = (first == 0xE0 && second < 0xA0)
                || (first == 0xED && second > 0x9F)
                || (first == 0xF0 && second < 0x90)
                || (first == 0xF4 && second > 0x8F);
        return outside ? 0 : length;
    }
}
