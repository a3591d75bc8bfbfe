package org.lacuna.app.demo;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Forward proxies on loopback, one a market: what is asked through one of them looks to the demo's sites as if it came
 * from that market. Thread-safe.
 */
public final class EgressProxies implements AutoCloseable {

    private final Map<String, EgressProxy> byMarket;

    private EgressProxies(Map<String, EgressProxy> byMarket) {
        this.byMarket = byMarket;
    }

    /**
     * Starts a proxy for each market.
     *
     * @param ports port by market; 0 for any that is free
     * @throws IOException if a port is taken; the message says which, and then none of them runs
     * @throws IllegalArgumentException for a market that the sites have no region for
     */
    public static EgressProxies start(Map<String, Integer> ports) throws IOException {
        ports.keySet().stream()
                .filter(market -> !Regions.knows(market))
                .findFirst()
                .ifPresent(market -> {
                    throw new IllegalArgumentException("the demo's sites have no region " + market);
                });
        var proxies = new EgressProxies(new TreeMap<>());
        try {
            for (var entry : new TreeMap<>(ports).entrySet()) {
                proxies.byMarket.put(entry.getKey(), new EgressProxy(entry.getKey(), entry.getValue()));
            }
            return proxies;
        } catch (IOException e) {
            proxies.close();
            throw e;
        }
    }

    /** The markets that have a proxy. */
    public Set<String> markets() {
        return Set.copyOf(byMarket.keySet());
    }

    /** The port on 127.0.0.1 of a market's proxy. */
    public int port(String market) {
        var proxy = byMarket.get(market);
        if (proxy == null) {
            throw new IllegalArgumentException("no proxy was started for " + market);
        }
        return proxy.port();
    }

    /** Stops the proxies. */
    @Override
    public void close() {
        byMarket.values().forEach(EgressProxy::close);
    }
}
