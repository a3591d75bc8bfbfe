package org.lacuna.app.demo;

import java.util.Locale;
import java.util.Optional;

/**
 * Who asks, and when.
 *
 * @param market market that the visitor's address belongs to
 * @param labels language that the visitor wants the site's own words in: en, zh-Hans or zh-Hant
 * @param round round of the demo, from 1
 */
record Visit(String market, String labels, int round) {

    /** The best of the sites' languages for an Accept-Language header. Source: RFC 9110, section 12.5.4. */
    static String labels(Optional<String> acceptLanguage) {
        try {
            return acceptLanguage.map(Locale.LanguageRange::parse).stream()
                    .flatMap(ranges -> ranges.stream()
                            .map(range -> range.getRange().toLowerCase(Locale.ROOT))
                            .flatMap(range -> ofRange(range).stream()))
                    .findFirst()
                    .orElse("en");
        } catch (IllegalArgumentException malformed) {
            return "en";
        }
    }

    private static Optional<String> ofRange(String range) {
        if (range.startsWith("zh-hant") || range.startsWith("zh-tw") || range.startsWith("zh-hk")) {
            return Optional.of("zh-Hant");
        }
        if (range.equals("zh") || range.startsWith("zh-")) {
            return Optional.of("zh-Hans");
        }
        return range.startsWith("en") ? Optional.of("en") : Optional.empty();
    }
}
