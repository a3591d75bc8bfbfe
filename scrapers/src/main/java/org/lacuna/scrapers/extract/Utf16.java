package org.lacuna.scrapers.extract;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Knows UTF-16 without its mark: it holds zero bytes (in blanks, line ends, Latin letters), and in one of the two byte
 * orders nearly all units are characters that texts are made of.
 */
final class Utf16 {

    private Utf16() {}

    /** The byte order of a text in UTF-16; empty if it is none. */
    static Optional<Charset> withoutMark(byte[] bytes) {
        boolean anyZero = false;
        for (byte unit : bytes) {
            anyZero |= unit == 0;
        }
        if (!anyZero || bytes.length % 2 != 0) {
            return Optional.empty();
        }
        long little = usual(bytes, 0);
        long big = usual(bytes, 1);
        if (Math.max(little, big) * 40 < bytes.length * 19L) {
            return Optional.empty();
        }
        return Optional.of(little >= big ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
    }

    private static long usual(byte[] bytes, int low) {
        long usual = 0;
        for (int at = 0; at < bytes.length; at += 2) {
            usual += isUsual((bytes[at + 1 - low] & 0xFF) << 8 | (bytes[at + low] & 0xFF)) ? 1 : 0;
        }
        return usual;
    }

    private static boolean isUsual(int unit) {
        return (unit >= 0x20 && unit < 0x250 && (unit < 0x7F || unit >= 0xA0))
                || unit == '\t'
                || unit == '\n'
                || unit == '\r'
                || (unit >= 0x2010 && unit <= 0x2027)
                || (unit >= 0x3000 && unit <= 0x30FF)
                || (unit >= 0x4E00 && unit <= 0x9FFF)
                || (unit >= 0xFF00 && unit <= 0xFFEF);
    }
}
