package org.lacuna.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacuna.app.flag.engine.Analysis;
import org.lacuna.app.flag.engine.Annotator;
import picocli.CommandLine;

class FlagCommandTest {

    private static final String LOSS =
            """
            {"id": "a", "kind": "REMOVED", "medium": "film", "language": "en",\
             "baseline": "Nobody speaks of the Tiananmen massacre here.", "target": null}""";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aFindingHasTheMembersOfTheContract() throws IOException {
        // When
        assertThat(flag(LOSS)).isEqualTo(0);

        // Then
        var answer = answers().getFirst();
        assertThat(answer.get("id").asText()).isEqualTo("a");
        var finding = answer.get("finding");
        assertThat(finding.fieldNames())
                .toIterable()
                .containsExactly("class", "level", "score", "rule", "topics", "entities", "evidence", "alternatives");
        assertThat(finding.get("class").asText()).isEqualTo("P");
        assertThat(finding.get("level").asInt()).isEqualTo(1);
        assertThat(finding.get("score").asDouble()).isBetween(0.0, 1.0);
        assertThat(finding.at("/topics/0/id").asText()).isEqualTo("tiananmen-1989");
        assertThat(finding.at("/topics/0/terms/0").asText()).isEqualTo("Tiananmen massacre");
        assertThat(finding.at("/evidence/0").fieldNames()).toIterable().containsExactly("feature", "weight", "says");
        assertThat(finding.get("alternatives")).isNotEmpty();
    }

    @Test
    void anOrdinaryEditHasAFindingOfNull() throws IOException {
        // When
        assertThat(flag(LOSS.replace("the Tiananmen massacre", "the ferry"))).isEqualTo(0);

        // Then
        assertThat(answers().getFirst().get("finding").isNull()).isTrue();
    }

    @Test
    void witnessesRaiseTheLevelAndAnEarlierVersionDoesSoForAGlobalEdit() throws IOException {
        // When
        assertThat(flag(
                        with("\"witnesses\": [{\"market\": \"CN\", \"state\": \"MISSING\"},"
                                + " {\"market\": \"TW\", \"state\": \"PRESENT\"}]"),
                        with("\"witnesses\": [{\"market\": \"GB\", \"state\": \"PRESENT\"},"
                                + " {\"market\": \"TW\", \"state\": \"PRESENT\"}]"),
                        with("\"targetMarket\": \"GLOBAL\", \"earlierVersion\": true"),
                        with("\"explanations\": [\"pal-speed-up\"], \"witnesses\": null, \"context\": null")))
                .isEqualTo(0);

        // Then
        assertThat(answers()).extracting(a -> a.at("/finding/level").asInt()).containsExactly(2, 3, 2, 1);
    }

    @Test
    void aConceptLostAcrossLanguagesIsRead() throws IOException {
        // When
        var lost = LOSS.replace("REMOVED", "CONCEPT_LOST");
        assertThat(flag(lost, lost.replace("null", "\"这里没有人说话。\""), lost.replace("null", "\"这里没人提六四屠杀。\"")))
                .isEqualTo(0);

        // Then
        assertThat(answers()).extracting(a -> a.get("finding").isNull()).containsExactly(false, false, true);
    }

    @Test
    void everyLineIsAnsweredInItsPlaceHoweverLongAnotherOneTakes() throws IOException {
        // Given
        var last = new CountDownLatch(1);
        Annotator slowAtFirst = (text, language) -> {
            if (text.startsWith("12 ")) {
                last.countDown();
            } else if (text.startsWith("0 ")) {
                await(last);
            }
            return new Analysis.NotAnalysed("not asked for");
        };
        var lines = IntStream.range(0, 100)
                .mapToObj(i -> i % 10 == 5
                        ? "not JSON " + i
                        : LOSS.replace("\"a\"", "\"" + i + "\"").replace("Nobody", i + " nobody"))
                .collect(Collectors.joining("\n\n"));

        // When
        assertThat(run(bytes(lines), slowAtFirst, "-")).isEqualTo(1);

        // Then
        assertThat(answers())
                .extracting(a -> a.has("error") ? "error" : a.get("id").asText())
                .containsExactlyElementsOf(IntStream.range(0, 100)
                        .mapToObj(i -> i % 10 == 5 ? "error" : Integer.toString(i))
                        .toList());
        assertThat(err.toString()).contains("10 of 100 lines");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"id\": \"a\"                    | not JSON",
                "[1]                               | not a JSON object",
                "{\"id\": \"a\"}                   | 'kind' is missing",
                "{\"id\": 7}                       | 'id' is a text in quotes",
                "REMOVED>REMOVD                    | kind 'REMOVD' is none of REMOVED, SHORTENED",
                "film>radio                        | medium 'radio' is none of film, game, book",
                "en>en_GB                          | language 'en_GB' is not a BCP 47 tag",
                "REMOVED>ADDED                     | a change of the kind ADDED has a target text",
                "null>3                            | 'target' is a text in quotes or null",
                "null>null, \"witnesses\": {}      | 'witnesses' is a list",
                "null>null, \"witnesses\": [1]     | a witness has a 'market' and a 'state'",
                "null>null, \"witnesses\": [{\"market\": \"TW\", \"state\": \"GONE\"}] | state 'GONE' is none of PRESENT",
                "null>null, \"targetMarket\": \"China\" | targetMarket 'China' is not GLOBAL or two capital letters",
                "null>null} {                      | not JSON",
                "null>null, \"id\": \"b\"          | not JSON"
            })
    void whatIsNoChangeIsAnsweredByWhatIsWrong(String line, String why) throws IOException {
        // Given
        var change = line.split(">", 2);
        var sent = change.length == 2 ? LOSS.replace(change[0].strip(), change[1].strip()) : line.strip();

        // When
        assertThat(flag(sent, LOSS)).isEqualTo(1);

        // Then
        assertThat(answers()).hasSize(2);
        assertThat(answers().getFirst().fieldNames()).toIterable().containsExactly("id", "error");
        assertThat(answers().getFirst().get("error").asText()).startsWith(why);
        assertThat(answers().getLast().has("finding")).isTrue();
    }

    @Test
    void aLineThatIsNoUtf8IsAnErrorAndTheNextOneIsRead() throws IOException {
        // Given
        var latin = LOSS.replace("Nobody", "Ren\u00e9").getBytes(StandardCharsets.ISO_8859_1);
        var both = new byte[latin.length + 1 + LOSS.length()];
        System.arraycopy(latin, 0, both, 0, latin.length);
        both[latin.length] = '\n';
        System.arraycopy(bytes(LOSS).readAllBytes(), 0, both, latin.length + 1, LOSS.length());

        // When
        assertThat(run(new ByteArrayInputStream(both), Annotator.none(), "-")).isEqualTo(1);

        // Then
        assertThat(answers().getFirst().get("error").asText()).startsWith("not UTF-8");
        assertThat(answers().getLast().get("finding").isObject()).isTrue();
    }

    @Test
    void anAnswerComesBeforeTheNextLineIsThere() throws Exception {
        // Given
        try (var in = new PipedInputStream();
                var lines = new PipedReader();
                var writer = new PrintWriter(new PipedWriter(lines))) {
            CompletableFuture<Integer> exit;
            try (var questions = new PipedOutputStream(in)) {
                exit = CompletableFuture.supplyAsync(() -> command(in, Annotator.none(), writer, "-"));
                var answers = new BufferedReader(lines);
                for (int i = 0; i < 3; i++) {

                    // When
                    questions.write((LOSS + "\n").getBytes(StandardCharsets.UTF_8));
                    questions.flush();

                    // Then
                    assertThat(answers.readLine()).startsWith("{\"id\":\"a\",\"finding\":{");
                }
            }
            assertThat(exit.get()).isEqualTo(0);
        }
    }

    @Test
    void aFileIsReadAndAMissingOneIsBadUsage(@TempDir Path folder) throws IOException {
        // Given
        var file = Files.writeString(folder.resolve("changes.jsonl"), "\uFEFF" + LOSS + "\r\n\r\n");

        // When, then
        assertThat(run(bytes(""), Annotator.none(), file.toString())).isEqualTo(0);
        assertThat(answers()).hasSize(1);
        assertThat(run(bytes(""), Annotator.none(), folder.resolve("none").toString()))
                .isEqualTo(2);
        assertThat(run(bytes(""), Annotator.none(), folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("none does not exist", "is a folder");
    }

    private static String with(String members) {
        return LOSS.replace("\"target\": null", "\"target\": null, " + members);
    }

    private int flag(String... lines) {
        return run(bytes(String.join("\n", lines)), Annotator.none(), "-");
    }

    private int run(InputStream in, Annotator annotator, String file) {
        return command(in, annotator, new PrintWriter(out), file);
    }

    private int command(InputStream in, Annotator annotator, PrintWriter answers, String file) {
        return Lacuna.commandLine(new CommandLine.IFactory() {
                    @Override
                    public <K> K create(Class<K> wanted) throws Exception {
                        return wanted == FlagCommand.class
                                ? wanted.cast(new FlagCommand(in, annotator))
                                : CommandLine.defaultFactory().create(wanted);
                    }
                })
                .setOut(answers)
                .setErr(new PrintWriter(err, true))
                .execute("flag", file);
    }

    private List<JsonNode> answers() throws IOException {
        var mapper = new ObjectMapper();
        return out.toString()
                .lines()
                .map(line -> {
                    try {
                        return mapper.readTree(line);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
