package org.lacuna.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacuna.app.compare.MarketPlan;
import org.lacuna.app.deliver.MailSettings;
import org.lacuna.schema.Medium;
import org.lacuna.scrapers.fetch.Egress;

class ConfigReaderTest {

    private static final String SOURCE =
            """
            id: films
            name: Films
            medium: film
            documents:
              - {url: "http://films.example/{work}", read: page}
            releases:
              - {work: w, title: W, market: GLOBAL, language: en}
            """;

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void declareASource() throws IOException {
        Files.writeString(folder.resolve("films.yaml"), SOURCE);
    }

    @Test
    void whatIsNotSaidHasAUsefulDefault() throws IOException {
        // When
        var config = read("sources: [films.yaml]");

        // Then
        assertThat(config.data()).isEqualTo(folder.resolve("lacuna-data"));
        assertThat(config.kafka()).isEqualTo(new Config.Kafka.Embedded(Optional.empty()));
        assertThat(config.web()).isEqualTo(new Config.Web("127.0.0.1", 8484, Optional.empty()));
        assertThat(config.markets()).isEqualTo(MarketPlan.CHINA);
        assertThat(config.mail()).isEmpty();
        assertThat(config.sources()).singleElement().satisfies(source -> assertThat(source.id())
                .isEqualTo("films"));
    }

    @Test
    void everythingThatIsSaidIsKept() throws IOException {
        // Given
        Files.writeString(folder.resolve("password"), "secret\n");

        // When
        var config = read(
                """
                data: kept
                kafka: {replication: 2, client: {bootstrap.servers: "a:9092", security.protocol: SASL_SSL}}
                web: {host: 0.0.0.0, port: 80, url: "https://lacuna.example"}
                mail: {host: mx, port: 587, from: l@example.org, user: l, password-file: password}
                markets: {targets: [CN, HK], confirm: {times: 2, for: PT6H}}
                egress: {CN: "http://10.0.0.1:3128", TW: "socks://10.0.0.2:1080", GLOBAL: direct}
                sources: [films.yaml]
                subscriptions:
                  - {id: desk, mail: d@example.org, topics: [tiananmen-1989], media: [film], markets: [CN], level: 3}
                """);

        // Then
        assertThat(config.kafka())
                .isEqualTo(new Config.Kafka.Cluster(
                        java.util.Map.of("bootstrap.servers", "a:9092", "security.protocol", "SASL_SSL"), 2));
        assertThat(config.mail().orElseThrow().security()).isEqualTo(MailSettings.Security.STARTTLS);
        assertThat(config.mail().orElseThrow().toString()).doesNotContain("secret");
        assertThat(config.egress())
                .containsEntry("CN", new Egress.HttpProxy("10.0.0.1", 3128))
                .containsEntry("TW", new Egress.Socks("10.0.0.2", 1080))
                .containsEntry("GLOBAL", new Egress.Direct());
        assertThat(config.markets().targets()).containsExactly("CN", "HK");
        assertThat(config.markets().confirmation()).isEqualTo(new MarketPlan.Confirmation(2, Duration.ofHours(6)));
        assertThat(config.subscriptions()).singleElement().satisfies(one -> {
            assertThat(one.getMinLevel()).isEqualTo(3);
            assertThat(one.getMedia()).containsExactly(Medium.FILM);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    sources: [films.yaml]\\nwebb: {}                       | lacuna.yaml:2:1  | webb
                    sources: [films.yaml]\\nweb:\\n  port: eighty          | lacuna.yaml:3:9  | whole number
                    sources: [films.yaml\\ndata: x                         | lacuna.yaml:2:   | ,
                    data: x                                                | lacuna.yaml:1:1  | sources
                    sources: [films.yaml]\\nmarkets: {confirm: {for: soon}}      | lacuna.yaml:2:26 | PT6H
                    sources: [none.yaml]                                   | none.yaml        | does not exist
                    sources: [films.yaml]\\negress: {CN: "ftp://x:1"}      | lacuna.yaml:2:14 | socks://HOST:PORT
                    """)
    void badConfigurationIsSaidWithFileLineAndColumn(String yaml, String where, String what) throws IOException {
        assertThat(errors(yaml.replace("\\n", "\n")))
                .singleElement()
                .satisfies(error -> assertThat(error).contains(where).contains(what));
    }

    @Test
    void aBadDeclarationIsSaidWithItsOwnFile() throws IOException {
        // Given
        Files.writeString(folder.resolve("films.yaml"), SOURCE.replace("medium: film", "medium: opera"));

        // Then
        assertThat(errors("sources: [films.yaml]")).singleElement().satisfies(error -> assertThat(error)
                .contains("films.yaml:3:9"));
    }

    @Test
    void aMissingFileOrADirectoryIsSaid() {
        assertThat(ConfigReader.read(folder.resolve("none.yaml")))
                .isInstanceOfSatisfying(ConfigReader.Answer.Bad.class, bad -> assertThat(bad.errors())
                        .singleElement()
                        .asString()
                        .contains("none.yaml does not exist"));
        assertThat(ConfigReader.read(folder))
                .isInstanceOfSatisfying(ConfigReader.Answer.Bad.class, bad -> assertThat(bad.errors())
                        .singleElement()
                        .asString()
                        .contains("directory"));
    }

    private Config read(String yaml) throws IOException {
        return ((ConfigReader.Answer.Ok) answer(yaml)).config();
    }

    private List<String> errors(String yaml) throws IOException {
        return ((ConfigReader.Answer.Bad) answer(yaml)).errors();
    }

    private ConfigReader.Answer answer(String yaml) throws IOException {
        return ConfigReader.read(Files.writeString(folder.resolve("lacuna.yaml"), yaml));
    }
}
