package org.lacuna.app.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.lacuna.schema.FaultKind;
import org.lacuna.schema.PassageKind;
import org.lacuna.schema.Release;
import org.lacuna.scrapers.extract.DocumentReader;
import org.lacuna.scrapers.extract.Extracted;
import org.lacuna.scrapers.extract.HtmlReader;

/** Asks the sites for releases as a collector does, in the fewest words. */
final class Visitor implements AutoCloseable {

    /** What came back. */
    sealed interface Seen {
        record Listed(List<Extracted.Section> sections) implements Seen {}

        record Absent() implements Seen {}

        record Fault(FaultKind kind, String says) implements Seen {}
    }

    private final EgressProxies proxies;
    private final Map<String, HttpClient> clients = new TreeMap<>();

    Visitor() throws IOException {
        var ports = new TreeMap<String, Integer>();
        DemoSites.MARKETS.forEach(market -> ports.put(market, 0));
        proxies = EgressProxies.start(ports);
        clients.put("GLOBAL", HttpClient.newHttpClient());
        for (var market : DemoSites.MARKETS) {
            var proxy = new InetSocketAddress(InetAddress.getLoopbackAddress(), proxies.port(market));
            clients.put(
                    market,
                    HttpClient.newBuilder().proxy(ProxySelector.of(proxy)).build());
        }
    }

    /** The answer to a request from a market, with headers in pairs of name and value. */
    HttpResponse<String> get(URI address, String market, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return clients.get(market).send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    Seen see(Declaration source, Release release) throws IOException, InterruptedException {
        var sections = new ArrayList<Extracted.Section>();
        var tree = source.tree();
        for (var document : tree.path("documents")) {
            var address = document.path("url").asText().replace("{work}", release.getWork());
            var answer = get(URI.create(address), release.getMarket(), "Accept-Language", release.getLanguage());
            if (answer.statusCode() == 404 && document.path("optional").asBoolean(false)) {
                continue;
            }
            var told = told(tree, document, answer);
            if (told.isPresent()) {
                return told.get();
            }
            switch (read(document, answer.body(), address, release)) {
                case Extracted.Ok(var read) -> sections.addAll(read);
                case Extracted.Unreadable(var why) -> {
                    return new Seen.Fault(FaultKind.INCOMPLETE, why);
                }
            }
        }
        return kept(tree.path("promise"), sections);
    }

    /** What an answer says by itself, before it is read: blocked, absent, down or not as promised. */
    private static Optional<Seen> told(JsonNode tree, JsonNode document, HttpResponse<String> answer) {
        for (var block : tree.path("blocked")) {
            if (answer.body().contains(block.asText())) {
                return Optional.of(new Seen.Fault(FaultKind.BLOCKED, block.asText()));
            }
        }
        boolean page = document.path("read").asText().equals("page");
        var absence = tree.path("absence").path("selector");
        if (page && !absence.isMissingNode() && Jsoup.parse(answer.body()).selectFirst(absence.asText()) != null) {
            return Optional.of(new Seen.Absent());
        }
        if (answer.statusCode() != 200) {
            return Optional.of(new Seen.Fault(FaultKind.DOWN, "status " + answer.statusCode()));
        }
        var promised = tree.path("promise").path("contains").asText();
        return page && !answer.body().contains(promised)
                ? Optional.of(new Seen.Fault(FaultKind.INCOMPLETE, "no " + promised))
                : Optional.empty();
    }

    private static Extracted read(JsonNode document, String body, String address, Release release) {
        var language = Optional.of(release.getLanguage());
        if (document.path("read").asText().equals("page")) {
            return HtmlReader.read(body, address, Declaration.selectors(document), language);
        }
        var options = new DocumentReader.Options(
                DocumentReader.Segmentation.AUTO, language, Optional.of(StandardCharsets.UTF_8));
        return switch (DocumentReader.read(body.getBytes(StandardCharsets.UTF_8), address, options)) {
            case Extracted.Ok(var sections) ->
                new Extracted.Ok(sections.stream()
                        .map(section -> section.name().isEmpty()
                                ? new Extracted.Section(document.path("name").asText(), section.passages())
                                : section)
                        .toList());
            case Extracted.Unreadable unreadable -> unreadable;
        };
    }

    private static Seen kept(JsonNode promise, List<Extracted.Section> sections) {
        var passages = sections.stream()
                .flatMap(section -> section.passages().stream())
                .toList();
        for (var field : promise.path("fields")) {
            if (passages.stream()
                    .noneMatch(passage -> passage.getKind() == PassageKind.FIELD
                            && passage.getKey().filter(field.asText()::equals).isPresent())) {
                return new Seen.Fault(FaultKind.INCOMPLETE, "no field " + field.asText());
            }
        }
        return passages.size() < promise.path("passages").asInt()
                ? new Seen.Fault(FaultKind.INCOMPLETE, passages.size() + " passages")
                : new Seen.Listed(sections);
    }

    @Override
    public void close() {
        clients.values().forEach(HttpClient::shutdownNow);
        proxies.close();
    }
}
