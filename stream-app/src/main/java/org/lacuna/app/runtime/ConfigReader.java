package org.lacuna.app.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.lacuna.app.compare.MarketPlan;
import org.lacuna.app.deliver.MailSettings;
import org.lacuna.schema.Medium;
import org.lacuna.schema.Subscription;
import org.lacuna.scrapers.fetch.Egress;
import org.lacuna.scrapers.source.CheckedYaml;
import org.lacuna.scrapers.source.Source;
import org.lacuna.scrapers.source.SourceReader;

/** Reads the configuration: one YAML file, checked against a JSON Schema, and the source declarations it names. */
public final class ConfigReader {

    private static final String SCHEMA = resource("/runtime/config.schema.json");
    private static final int REPLICATION = 3;
    private static final int WEB_PORT = 8484;
    private static final int HIGHEST_PORT = 65_535;

    /** What reading gave. */
    public sealed interface Answer {
        /** It can be used. */
        record Ok(Config config) implements Answer {}

        /**
         * It cannot.
         *
         * @param errors one line each: file, line, column, what is wrong and what to do
         */
        record Bad(List<String> errors) implements Answer {
            /** Copies the list. */
            public Bad {
                errors = List.copyOf(errors);
            }
        }
    }

    private final String name;
    private final Path folder;
    private final List<String> errors = new ArrayList<>();

    private ConfigReader(Path file) {
        this.name = file.toString();
        this.folder = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), file);
    }

    /** Reads a configuration and the declarations that it names; relative paths start from the file's folder. */
    public static Answer read(Path file) {
        var reader = new ConfigReader(file);
        var yaml = reader.text(file);
        if (yaml.isEmpty()) {
            return new Answer.Bad(reader.errors);
        }
        return switch (CheckedYaml.read(yaml.get(), file.toString(), SCHEMA)) {
            case CheckedYaml.Bad(var errors) -> new Answer.Bad(errors);
            case CheckedYaml.Ok(var tree, var places) -> {
                var config = reader.config(tree);
                yield reader.errors.isEmpty() ? new Answer.Ok(config) : new Answer.Bad(reader.errors);
            }
        };
    }

    private Config config(JsonNode root) {
        return new Config(
                path(root.path("data").asText("lacuna-data")).orElse(folder),
                kafka(root),
                web(root.path("web")),
                root.has("mail") ? mail(root.path("mail")) : Optional.empty(),
                markets(root.path("markets")),
                egress(root.path("egress")),
                root.path("user-agent").asText(Config.USER_AGENT),
                sources(root.path("sources")),
                subscriptions(root.path("subscriptions")));
    }

    private static Config.Kafka kafka(JsonNode root) {
        if (!root.has("kafka")) {
            var port = root.at("/broker/port");
            return new Config.Kafka.Embedded(port.isMissingNode() ? Optional.empty() : Optional.of(port.asInt()));
        }
        Map<String, Object> client = new HashMap<>();
        root.at("/kafka/client")
                .properties()
                .forEach(p -> client.put(p.getKey(), p.getValue().asText()));
        return new Config.Kafka.Cluster(client, root.at("/kafka/replication").asInt(REPLICATION));
    }

    private Config.Web web(JsonNode web) {
        return new Config.Web(
                web.path("host").asText("127.0.0.1"),
                web.path("port").asInt(WEB_PORT),
                web.has("url") ? address("web.url", web.path("url").asText()) : Optional.empty());
    }

    private Optional<MailSettings> mail(JsonNode mail) {
        var credentials = Optional.<MailSettings.Credentials>empty();
        if (mail.has("user")) {
            credentials = path(mail.path("password-file").asText())
                    .flatMap(this::text)
                    .map(password ->
                            new MailSettings.Credentials(mail.path("user").asText(), password.strip()));
        }
        try {
            return Optional.of(new MailSettings(
                    mail.path("host").asText(),
                    mail.path("port").asInt(),
                    mail.path("from").asText(),
                    MailSettings.Security.valueOf(upper(mail.path("security").asText("starttls"))),
                    credentials));
        } catch (IllegalArgumentException e) {
            errors.add("%s: %s".formatted(name, e.getMessage()));
            return Optional.empty();
        }
    }

    private static MarketPlan markets(JsonNode markets) {
        return new MarketPlan(
                markets.has("targets") ? texts(markets.path("targets")) : MarketPlan.CHINA.targets(),
                markets.has("baselines") ? texts(markets.path("baselines")) : MarketPlan.CHINA.baselines(),
                new MarketPlan.Confirmation(
                        markets.path("confirm").path("times").asInt(1),
                        Duration.parse(markets.path("confirm").path("for").asText("PT0S"))));
    }

    private Map<String, Egress> egress(JsonNode egress) {
        var ways = new HashMap<String, Egress>();
        egress.properties()
                .forEach(way -> ways.put(way.getKey(), egress(way.getValue().asText())));
        return ways;
    }

    private Egress egress(String way) {
        if (way.equals("direct")) {
            return new Egress.Direct();
        }
        int colon = way.lastIndexOf(':');
        var host = way.substring(way.indexOf("//") + 2, colon);
        int port = Integer.parseInt(way.substring(colon + 1));
        if (port < 1 || port > HIGHEST_PORT) {
            errors.add("%s: egress: %s has no port of 1 to %d".formatted(name, way, HIGHEST_PORT));
            return new Egress.Direct();
        }
        return way.startsWith("http:") ? new Egress.HttpProxy(host, port) : new Egress.Socks(host, port);
    }

    private Optional<URI> address(String key, String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            errors.add("%s: %s: %s is no address: %s".formatted(name, key, text, e.getReason()));
            return Optional.empty();
        }
    }

    /** A path as the file gives it; empty, with an error, where the machine has no such names. */
    private Optional<Path> path(String text) {
        try {
            return Optional.of(folder.resolve(text));
        } catch (InvalidPathException e) {
            errors.add("%s: %s cannot be a file here (%s): start with a UTF-8 locale"
                    .formatted(name, text, e.getReason()));
            return Optional.empty();
        }
    }

    private List<Source> sources(JsonNode files) {
        var sources = new ArrayList<Source>();
        for (var file :
                texts(files).stream().flatMap(text -> path(text).stream()).toList()) {
            text(file).ifPresent(yaml -> {
                switch (SourceReader.read(yaml, file.toString())) {
                    case SourceReader.Result.Ok(var source) -> {
                        if (sources.stream().anyMatch(other -> other.id().equals(source.id()))) {
                            errors.add(
                                    "%s: another source has the id '%s' too: rename one".formatted(file, source.id()));
                        }
                        sources.add(source);
                    }
                    case SourceReader.Result.Bad(var wrong) -> errors.addAll(wrong);
                }
            });
        }
        return sources;
    }

    private static List<Subscription> subscriptions(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(one -> new Subscription(
                        one.path("id").asText(),
                        one.path("mail").asText(),
                        texts(one.path("topics")),
                        texts(one.path("media")).stream()
                                .map(medium -> Medium.valueOf(upper(medium)))
                                .toList(),
                        texts(one.path("markets")),
                        one.path("level").asInt(2),
                        true))
                .toList();
    }

    private Optional<String> text(Path file) {
        try {
            return Optional.of(Files.readString(file, StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            errors.add("%s does not exist: check the path".formatted(file));
        } catch (MalformedInputException e) {
            errors.add("%s is not UTF-8 text: save it as such".formatted(file));
        } catch (IOException e) {
            errors.add("%s cannot be read: %s"
                    .formatted(file, Files.isDirectory(file) ? "it is a directory" : e.getMessage()));
        }
        return Optional.empty();
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }

    private static String resource(String name) {
        try (var in = Objects.requireNonNull(ConfigReader.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
