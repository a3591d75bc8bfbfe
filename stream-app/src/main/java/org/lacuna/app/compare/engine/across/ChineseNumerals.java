package org.lacuna.app.compare.engine.across;

import java.util.OptionalLong;

/** Reads numbers written in Chinese characters, such as 三百二十一 or 一九八九. Pure, thread-safe. */
final class ChineseNumerals {

    private static final String DIGITS = "零一二三四五六七八九";
    private static final String OTHER_DIGITS = "〇壹贰叁肆伍陆柒捌玖";
    private static final String UNITS = "十百千万亿萬億";
    private static final long[] VALUES = {10, 100, 1_000, 10_000, 100_000_000, 10_000, 100_000_000};
    private static final int LONGEST = 16;

    private ChineseNumerals() {}

    /** Whether a character is a digit or a unit of such a number. */
    static boolean isNumeral(char c) {
        return digit(c) >= 0 || UNITS.indexOf(c) >= 0;
    }

    /** The value; none where the characters are no well-formed number. */
    static OptionalLong value(String numeral) {
        if (numeral.length() > LONGEST) {
            return OptionalLong.empty();
        }
        return numeral.chars().anyMatch(c -> UNITS.indexOf(c) >= 0) ? withUnits(numeral) : digits(numeral);
    }

    private static OptionalLong digits(String numeral) {
        long value = 0;
        for (int i = 0; i < numeral.length(); i++) {
            value = value * 10 + digit(numeral.charAt(i));
        }
        return OptionalLong.of(value);
    }

    private static OptionalLong withUnits(String numeral) {
        long whole = 0;
        long section = 0;
        long digit = -1;
        for (int i = 0; i < numeral.length(); i++) {
            char c = numeral.charAt(i);
            if (digit(c) >= 0) {
                if (digit > 0) {
                    return OptionalLong.empty();
                }
                digit = digit(c);
                continue;
            }
            long unit = VALUES[UNITS.indexOf(c)];
            if (unit < 10_000) {
                section += Math.max(digit, digit < 0 ? 1 : 0) * unit;
            } else {
                long before = section + Math.max(0, digit);
                // A hundred million counts all that stands before it, ten thousand only what follows the former.
                whole = unit > 10_000 ? (whole + before) * unit : whole + before * unit;
                section = 0;
            }
            digit = -1;
        }
        return OptionalLong.of(whole + section + Math.max(0, digit));
    }

    private static int digit(char c) {
        int digit = DIGITS.indexOf(c);
        return digit >= 0 ? digit : OTHER_DIGITS.indexOf(c);
    }
}
