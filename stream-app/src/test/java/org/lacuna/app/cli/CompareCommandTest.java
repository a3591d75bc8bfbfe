package org.lacuna.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacuna.app.compare.engine.collation.Text;
import org.lacuna.app.flag.engine.Analysis;
import org.lacuna.app.oneshot.FindingTable;
import org.lacuna.schema.Medium;
import org.lacuna.schema.Passage;
import org.lacuna.schema.PassageKind;
import picocli.CommandLine;

class CompareCommandTest {

    private static final String GLOBAL =
            """
            1
            00:00:01,000 --> 00:00:03,000
            The ferry leaves at dawn.

            2
            00:00:08,000 --> 00:00:10,000
            Nobody reads the <i>names</i> on that wall aloud.

            3
            00:00:12,000 --> 00:00:14,000
            Pass me the salt, would you?
            """;

    @TempDir
    Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final AtomicInteger asked = new AtomicInteger();
    private Path global = Path.of("");
    private Path china = Path.of("");

    @BeforeEach
    void files() throws IOException {
        global = Files.writeString(folder.resolve("global.srt"), GLOBAL);
        china = Files.writeString(folder.resolve("china.srt"), GLOBAL.replaceAll("(?s)2\n00:00:08.*?\n\n", ""));
    }

    @Test
    void aMissingCueIsSaidWithItsTimes() {
        assertThat(run(global, china)).isEqualTo(0);
        assertThat(out.toString())
                .contains(
                        "1 removed",
                        "REMOVED  00:00:08.000 to 00:00:10.000",
                        "- Nobody reads the names on that wall aloud.");
    }

    @Test
    void jsonHoldsEveryPassageOnceAndTheChangeWithItsPlace() throws IOException {
        assertThat(run(global, china, "--format", "json", "--witness", "TW=" + global))
                .isEqualTo(0);

        var json = new ObjectMapper().readTree(out.toString());
        assertThat(json.get("schema").asText()).isEqualTo("lacuna/comparison/1");
        assertThat(StreamSupport.stream(json.get("alignment").spliterator(), false)
                        .map(bead -> bead.get("kind").asText()))
                .containsExactly("SAME", "REMOVED", "SAME");
        JsonNode change = json.at("/changes/0");
        assertThat(change.at("/baseline/from").asText()).isEqualTo("00:00:08.000");
        assertThat(change.get("target").isNull()).isTrue();
        assertThat(change.at("/witnesses/0/market").asText()).isEqualTo("TW");
        assertThat(change.at("/witnesses/0/state").asText()).isEqualTo("PRESENT");
    }

    @Test
    void htmlShowsHostileTextAsText() throws IOException {
        Files.writeString(global, GLOBAL.replace("Nobody reads", "&lt;script&gt;alert(1)&lt;/script&gt; reads"));

        assertThat(run(global, china, "--format", "html")).isEqualTo(0);
        assertThat(out.toString()).contains("&lt;script&gt;alert(1)").doesNotContain("<script>");
    }

    @Test
    void aFileAgainstItselfDiffersInNothing() {
        assertThat(run(global, global)).isEqualTo(0);
        assertThat(out.toString()).contains("Nothing differs.");
    }

    @Test
    void withoutWitnessesAFindingStaysAtLevelOneAndWithThemItRises() throws IOException {
        // Given
        nameTheSquare();

        // When
        var alone = finding(change(global, china));
        var held = finding(change(global, china, "--witness", "tw=" + global, "--witness", "GB=" + global));

        // Then
        assertThat(alone.get("level").asInt()).isEqualTo(1);
        assertThat(alone.get("class").asText()).isEqualTo("P");
        assertThat(alone.at("/topics/0/id").asText()).isEqualTo("tiananmen-1989");
        assertThat(alone.at("/topics/0/terms/0").asText()).isEqualTo("Tiananmen massacre");
        assertThat(held.get("level").asInt()).isEqualTo(3);
    }

    @Test
    void anOrdinaryChangeHasAFindingOfNullAndNoModelIsAsked() throws IOException {
        // When
        var change = change(global, china);

        // Then
        assertThat(change.get("finding").isNull()).isTrue();
        assertThat(asked.get()).isZero();
    }

    @Test
    void noFlagLeavesFindingsOutAndAsksNoModel() throws IOException {
        // Given
        nameTheSquare();

        // When
        var change = change(global, china, "--no-flag");

        // Then
        assertThat(change.has("finding")).isFalse();
        assertThat(asked.get()).isZero();
    }

    @Test
    void textSaysTheFindingAndWhatWasNotRead() throws IOException {
        // Given
        nameTheSquare();

        // When
        assertThat(run(global, china)).isEqualTo(0);

        // Then
        assertThat(out.toString())
                .contains(
                        "  finding: level 1 of 5 (differs), political, score 0.",
                        "    1989 Tiananmen protests and massacre: \"Tiananmen massacre\"",
                        "actor unknown.",
                        "    Other explanations: ",
                        "    Degraded: no models here.");
        assertThat(asked.get()).isOne();
    }

    @Test
    void htmlShowsTheFindingInABoxWithItsEvidence() throws IOException {
        // Given
        nameTheSquare();

        // When
        assertThat(run(global, china, "--format", "html", "--medium", "film")).isEqualTo(0);

        // Then
        assertThat(out.toString())
                .contains(
                        "<section class=\"finding\">",
                        "level 1 of 5",
                        "Tiananmen massacre",
                        "Degraded: no models here.");
    }

    @Test
    void theMediumIsToldFromTheFile() {
        var cue = new Passage(PassageKind.CUE, "a", null, 1L, 2L);
        var entry = new Passage(PassageKind.ENTRY, "a", "k", null, null);
        var prose = new Passage(PassageKind.PROSE, "a", null, null, null);
        assertThat(FindingTable.usualMedium(text(prose, cue))).isEqualTo(Medium.FILM);
        assertThat(FindingTable.usualMedium(text(prose, entry))).isEqualTo(Medium.GAME);
        assertThat(FindingTable.usualMedium(text(prose))).isEqualTo(Medium.BOOK);
    }

    @Test
    void badUsageAndBadInputEndWithTwoAndOneReason() throws IOException {
        assertThat(run(global, folder.resolve("missing.srt"))).isEqualTo(2);
        assertThat(err.toString()).contains("missing.srt does not exist");

        var broken = Files.writeString(folder.resolve("broken.json"), "{\"a\": ");
        assertThat(run(broken, global)).isEqualTo(2);
        assertThat(err.toString()).contains("broken.json");

        assertThat(run(global)).isEqualTo(2);
        assertThat(err.toString()).contains("TARGET", "see 'lacuna compare --help'");
    }

    private void nameTheSquare() throws IOException {
        Files.writeString(global, GLOBAL.replace("Nobody reads", "After the Tiananmen massacre nobody reads"));
    }

    private JsonNode change(Path baseline, Object... more) throws IOException {
        out.getBuffer().setLength(0);
        assertThat(run(
                        baseline,
                        Stream.concat(Stream.of(more), Stream.of("--format", "json"))
                                .toArray()))
                .isEqualTo(0);
        return new ObjectMapper().readTree(out.toString()).at("/changes/0");
    }

    private static JsonNode finding(JsonNode change) {
        return change.get("finding");
    }

    private static Text text(Passage... passages) {
        return new Text("en", List.of(new Text.Section("", List.of(passages))));
    }

    private Analysis analyse(String text, String language) {
        asked.incrementAndGet();
        return new Analysis.Degraded("no models here");
    }

    private int run(Path baseline, Object... more) {
        var arguments = new String[more.length + 2];
        arguments[0] = "compare";
        arguments[1] = baseline.toString();
        for (int i = 0; i < more.length; i++) {
            arguments[i + 2] = more[i].toString();
        }
        return Lacuna.commandLine(new CommandLine.IFactory() {
                    @Override
                    public <K> K create(Class<K> wanted) throws Exception {
                        return wanted == CompareCommand.class
                                ? wanted.cast(new CompareCommand(CompareCommandTest.this::analyse))
                                : CommandLine.defaultFactory().create(wanted);
                    }
                })
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
