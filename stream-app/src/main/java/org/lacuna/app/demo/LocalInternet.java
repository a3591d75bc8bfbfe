package org.lacuna.app.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lacuna.app.deliver.MailSettings;
import org.lacuna.scrapers.fetch.Egress;
import org.lacuna.scrapers.source.Source;
import org.lacuna.scrapers.source.SourceReader;

/** All of the world outside that the demo needs, on loopback: sites, a way out for each market, a mail server. */
final class LocalInternet implements AutoCloseable {

    private final DemoSites sites;
    private final List<Source> sources;
    private final EgressProxies proxies;
    private final MailSink mail;

    private LocalInternet(DemoSites sites, List<Source> sources, EgressProxies proxies, MailSink mail) {
        this.sites = sites;
        this.sources = sources;
        this.proxies = proxies;
        this.mail = mail;
    }

    /**
     * Starts it on free ports.
     *
     * @param mailFolder where received mails are kept
     */
    static LocalInternet start(Path mailFolder) throws IOException {
        var sites = DemoSites.start(0, 0, 0);
        var sources = DemoSites.DECLARATIONS.stream()
                .map(name -> source(name + ".yaml", sites.declaration(name)))
                .toList();
        var proxies = sources.stream()
                .flatMap(source -> source.releases().stream())
                .map(Source.Listing::egress)
                .distinct()
                .filter(market -> !market.equals(Regions.GLOBAL))
                .collect(Collectors.toMap(market -> market, market -> 0));
        return new LocalInternet(sites, sources, EgressProxies.start(proxies), MailSink.start(mailFolder, 0));
    }

    private static Source source(String name, String yaml) {
        return switch (SourceReader.read(yaml, name)) {
            case SourceReader.Result.Ok(var source) -> source;
            case SourceReader.Result.Bad(var errors) -> throw new IllegalStateException(String.join("\n", errors));
        };
    }

    /** Lets the sites show what they show in a round, from 1. */
    void round(int round) {
        sites.round(round);
    }

    /** The declarations of its sites. */
    List<Source> sources() {
        return sources;
    }

    /** The way out for each market. */
    Map<String, Egress> egress() {
        var ways = new HashMap<String, Egress>();
        ways.put(Regions.GLOBAL, new Egress.Direct());
        proxies.markets().forEach(market -> ways.put(market, new Egress.HttpProxy("127.0.0.1", proxies.port(market))));
        return ways;
    }

    /** How mail is sent in it. */
    MailSettings mail() {
        return new MailSettings(
                "127.0.0.1", mail.port(), "lacuna@example.org", MailSettings.Security.NONE, Optional.empty());
    }

    @Override
    public void close() {
        proxies.close();
        sites.close();
        mail.close();
    }
}
