package org.lacuna.app.runtime;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lacuna.app.compare.MarketPlan;
import org.lacuna.app.deliver.MailSettings;
import org.lacuna.schema.Subscription;
import org.lacuna.scrapers.fetch.Egress;
import org.lacuna.scrapers.source.Source;

/**
 * What a running program is told. {@link ConfigReader} reads it from a file.
 *
 * @param data folder that everything is kept in
 * @param kafka the broker inside the program, or a cluster
 * @param web where the pages are served
 * @param mail how alerts are sent; empty: no mail is sent, alerts wait
 * @param markets which markets are held against which
 * @param egress the way out for each market, by the market's code
 * @param userAgent how the collector introduces itself to sites
 * @param sources what is collected
 * @param subscriptions who hears of what
 */
public record Config(
        Path data,
        Kafka kafka,
        Web web,
        Optional<MailSettings> mail,
        MarketPlan markets,
        Map<String, Egress> egress,
        String userAgent,
        List<Source> sources,
        List<Subscription> subscriptions) {

    /** How the collector introduces itself where the file does not say more. */
    public static final String USER_AGENT = "Lacuna/0.1 (compares releases by market; obeys robots.txt)";

    /** Copies the collections. */
    public Config {
        egress = Map.copyOf(egress);
        sources = List.copyOf(sources);
        subscriptions = List.copyOf(subscriptions);
    }

    /** The same with the pages on another port. */
    public Config onPort(int port) {
        return new Config(
                data,
                kafka,
                new Web(web.host(), port, web.url()),
                mail,
                markets,
                egress,
                userAgent,
                sources,
                subscriptions);
    }

    /** Where the topics are. */
    public sealed interface Kafka {

        /**
         * A broker inside the program.
         *
         * @param port port for clients on loopback; empty: any that is free
         */
        record Embedded(Optional<Integer> port) implements Kafka {}

        /**
         * A cluster.
         *
         * @param client any Kafka client property, {@code bootstrap.servers} among them
         * @param replication replication factor of the topics that are made
         */
        record Cluster(Map<String, Object> client, int replication) implements Kafka {
            /** Copies the map. */
            public Cluster {
                client = Map.copyOf(client);
            }
        }
    }

    /**
     * Where the pages are served.
     *
     * @param host address to listen on
     * @param port port to listen on; 0: any that is free
     * @param url address that readers and links use; empty: made of host and port
     */
    public record Web(String host, int port, Optional<URI> url) {}
}
