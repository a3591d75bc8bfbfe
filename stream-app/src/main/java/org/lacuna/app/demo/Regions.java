package org.lacuna.app.demo;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which market an address belongs to, as shops look it up in their tables. The addresses are those that stand in
 * documentation and belong to nobody. Source: RFC 5737.
 */
final class Regions {

    static final String GLOBAL = "GLOBAL";

    /** The header in which a proxy says for whom it asks. */
    static final String FORWARDED_FOR = "X-Forwarded-For";

    private static final Map<String, String> ADDRESSES = new TreeMap<>(Map.of(
            "CN", "203.0.113.10",
            "TW", "203.0.113.20",
            "HK", "203.0.113.30",
            "SG", "203.0.113.40",
            "JP", "198.51.100.10",
            "GB", "198.51.100.20",
            "US", "192.0.2.10"));

    private Regions() {}

    /** Whether visitors can come from a market. */
    static boolean knows(String market) {
        return market.equals(GLOBAL) || ADDRESSES.containsKey(market);
    }

    /** The address of a market's visitors; empty for GLOBAL, which is wherever no proxy stands between. */
    static Optional<String> address(String market) {
        return Optional.ofNullable(ADDRESSES.get(market));
    }

    /** The market of an address; GLOBAL for one in no table. */
    static String market(String address) {
        return ADDRESSES.entrySet().stream()
                .filter(entry -> entry.getValue().equals(address))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(GLOBAL);
    }
}
