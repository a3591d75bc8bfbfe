package org.lacuna.scrapers.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacuna.schema.Medium;
import org.lacuna.schema.Release;
import org.lacuna.scrapers.extract.Selectors.FieldType;

class SourceReaderTest {

    private static final String WHOLE =
            """
            id: harbour-films
            name: Harbour Film Catalogue
            medium: film
            pause: PT0.5S
            every: PT12H
            promise:
              contains: "Harbour Film Catalogue"
              fields: [title, runtime]
              passages: 5
            absence:
              selector: ".not-available"
              status: [404, 451]
              sightings: 2
            blocked: ["访问验证"]
            documents:
              - url: "http://films.example/{market}/{work}"
                read: page
                selectors:
                  fields:
                    title: {css: "h1"}
                    runtime: {css: ".runtime", type: runtime}
                    released: {css: "time", attribute: datetime, type: date}
                  passages: ".synopsis p"
                  chapter-title: "h2"
              - url: "http://films.example/{market}/{work}/{language}.srt"
                read: subtitles
                name: Subtitles
                optional: true
            releases:
              - work: lantern-strait
                title: "The Lantern Strait"
                market: NO
                language: zh-hans
                edit: "Harbour Cut"
                id: "123"
                egress: GLOBAL
              - work: Lantern-Strait
                title: "The Lantern Strait"
                market: GLOBAL
                language: en
            """;

    @Test
    void aWholeDeclarationIsReadAsItIsMeant() {
        // When
        var source = ok(WHOLE);

        // Then
        assertThat(source.medium()).isEqualTo(Medium.FILM);
        assertThat(source.pause()).isEqualTo(Duration.ofMillis(500));
        assertThat(source.every()).isEqualTo(Duration.ofHours(12));
        assertThat(source.promise())
                .isEqualTo(new Source.Promise(Optional.of("Harbour Film Catalogue"), List.of("title", "runtime"), 5));
        assertThat(source.absence().status()).containsExactlyInAnyOrder(404, 451);
        var first = source.releases().getFirst();
        assertThat(first.release())
                .isEqualTo(new Release(
                        "lantern-strait/no/zh-hans/harbour cut",
                        "lantern-strait",
                        "The Lantern Strait",
                        Medium.FILM,
                        "NO",
                        "zh-Hans",
                        "Harbour Cut"));
        assertThat(first.egress()).isEqualTo("GLOBAL");
        assertThat(first.documents())
                .extracting(Source.Document::url)
                .containsExactly(
                        URI.create("http://films.example/NO/lantern-strait"),
                        URI.create("http://films.example/NO/lantern-strait/zh-Hans.srt"));
        var selectors = first.documents().getFirst().selectors().orElseThrow();
        assertThat(selectors.fields().keySet()).containsExactly("title", "runtime", "released");
        assertThat(selectors.fields().get("released").type()).isEqualTo(FieldType.DATE);
        assertThat(first.documents().getLast().optional()).isTrue();
    }

    @Test
    void whatIsLeftOutHasItsDefault() {
        // When
        var source = ok(
                """
                id: a
                name: A
                medium: book
                releases:
                - {work: w, title: T, market: CN, language: zh-Hans, documents: [{url: "http://a.example/", read: auto}]}
                """);

        // Then
        assertThat(source.pause()).isEqualTo(Duration.ofSeconds(1));
        assertThat(source.every()).isEqualTo(Duration.ofHours(24));
        assertThat(source.absence()).isEqualTo(new Source.Absence(Optional.empty(), Set.of(), 3));
        assertThat(source.releases().getFirst().egress()).isEqualTo("CN");
        assertThat(source.releases().getFirst().release().getId()).isEqualTo("w/cn/zh-hans");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "medium: film | medium: radio | 3:9 | film, game, book",
                "medium: film | mediun: film | 3:1 | unknown key 'mediun'",
                "medium: film | '' | 1:1 | 'medium' is missing",
                "medium: film | medium: [film | 4:6 | not YAML",
                "pause: PT0.5S | pause: 5 seconds | 4:8 | ISO 8601",
                "id: harbour-films | id: Harbour Films | 1:5 | a-z, 0-9",
                "id: harbour-films | name: again | 2:1 | given twice",
                "passages: 5 | passages: five | 9:13 | whole number",
                "status: [404, 451] | status: [404, 200] | 12:17 | 400 to 499",
                "'selector: \".not-available\"' | 'selector: \"..not\"' | 11:13 | CSS selector",
                "'title: {css: \"h1\"}' | 'title: {css: \"h1[\"}' | 20:22 | CSS selector",
                "'title: {css: \"h1\"}' | 'titel: {css: \"h1\"}' | 8:12 | promised field 'title'",
                "'{market}/{work}\"' | '{market}/{film}\"' | 16:10 | unknown placeholder {film}",
                "'{market}/{work}\"' | '{market}/{id}\"' | 16:10 | has no 'id'",
                "http://films | ftp://films | 16:10 | http:// or https://",
                "read: subtitles | read: subtitle | 26:11 | subtitles",
                "optional: true | optional: maybe | 28:15 | true or false",
                "market: NO | market: Norway | 32:13 | ISO 3166",
                "language: zh-hans | language: z-h-ans | 33:15 | BCP 47",
                "'id: \"123\"' | 'id: 123' | 35:9 | in quotes",
            })
    void aBadDeclarationIsRefusedWithItsPlaceAndTheRemedy(String good, String bad, String place, String what) {
        // When
        var result = SourceReader.read(WHOLE.replaceFirst(Pattern.quote(good), bad), "films.yaml");

        // Then
        assertThat(errors(result)).anySatisfy(error -> assertThat(error)
                .startsWith("films.yaml:" + place + ": ")
                .contains(what)
                .doesNotContain("\n"));
    }

    @Test
    void twoListingsOfOneReleaseAreRefused() {
        assertThat(errors(SourceReader.read(
                        WHOLE.replace(
                                "market: GLOBAL\n    language: en",
                                "market: 'NO'\n    language: zh-Hans\n    edit: harbour cut"),
                        "f.yaml")))
                .singleElement()
                .asString()
                .startsWith("f.yaml:37:5: ")
                .contains("already declared at 30:5");
    }

    @Test
    void aliasesThatGrowWithoutEndAreRefused() {
        assertThat(errors(SourceReader.read("a: &a [*a]", "f.yaml")).getFirst()).contains("nested too deeply");
        var laughs = new StringBuilder("l0: &l0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 9; i++) {
            laughs.append(
                    "l%d: &l%d [%s]\n".formatted(i, i, String.join(", ", Collections.nCopies(10, "*l" + (i - 1)))));
        }
        assertThat(errors(SourceReader.read(laughs.toString(), "f.yaml"))).isNotEmpty();
    }

    @Test
    void anEmptyFileAndAListAreRefused() {
        assertThat(errors(SourceReader.read("", "f.yaml")))
                .containsExactly("f.yaml:1:1: the file is empty: write a declaration into it");
        assertThat(errors(SourceReader.read("- a", "f.yaml")).getFirst())
                .startsWith("f.yaml:1:1: expected keys and values");
    }

    private static Source ok(String yaml) {
        return switch (SourceReader.read(yaml, "test.yaml")) {
            case SourceReader.Result.Ok(var source) -> source;
            case SourceReader.Result.Bad(var errors) -> throw new AssertionError(errors);
        };
    }

    private static List<String> errors(SourceReader.Result result) {
        return result instanceof SourceReader.Result.Bad(var errors) ? errors : List.of();
    }
}
