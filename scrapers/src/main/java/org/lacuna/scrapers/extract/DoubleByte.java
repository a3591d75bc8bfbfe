package org.lacuna.scrapers.extract;

/**
 * Knows short Chinese texts, for which ICU's detector has too few characters, by the rows of their code tables: the first
 * level of GB 2312 (lead bytes B0 to D7, trail bytes from A1) and of Big5 (lead bytes A4 to C6) hold the common ones.
 */
final class DoubleByte {

    private DoubleByte() {}

    static boolean looksLikeGb(byte[] bytes) {
        return mostlyCommon(bytes, true);
    }

    static boolean looksLikeBig5(byte[] bytes) {
        return mostlyCommon(bytes, false);
    }

    private static boolean mostlyCommon(byte[] bytes, boolean gb) {
        int pairs = 0;
        int common = 0;
        int at = 0;
        while (at < bytes.length) {
            int lead = bytes[at] & 0xFF;
            if (lead < 0x80) {
                at++;
                continue;
            }
            int trail = at + 1 < bytes.length ? bytes[at + 1] & 0xFF : 0;
            pairs++;
            common += (gb ? isCommonGb(lead, trail) : isCommonBig5(lead, trail)) ? 1 : 0;
            at += 2;
        }
        return pairs >= 2 && common * 10L >= pairs * 9L;
    }

    private static boolean isCommonGb(int lead, int trail) {
        return trail >= 0xA1 && ((lead >= 0xB0 && lead <= 0xD7) || (lead >= 0xA1 && lead <= 0xA3));
    }

    private static boolean isCommonBig5(int lead, int trail) {
        return lead >= 0xA1 && lead <= 0xC6 && ((trail >= 0x40 && trail <= 0x7E) || trail >= 0xA1);
    }
}
