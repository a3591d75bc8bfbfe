package org.lacuna.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lacuna.app.history.Records.change;
import static org.lacuna.app.history.Records.finding;
import static org.lacuna.app.history.Records.release;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacuna.app.history.Archive;
import org.lacuna.app.history.Records;
import org.lacuna.schema.ChangeCount;
import org.lacuna.schema.ChangeKind;
import org.lacuna.schema.Comparison;
import org.lacuna.schema.ComparisonKind;
import org.lacuna.schema.Medium;

class HistoryCommandTest {

    @TempDir
    Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aWorkIsSaidWithItsVersionsOverTimeAndItsFindings() {
        // Given
        keepTheBook();

        // When
        assertThat(run(Records.WORK)).isEqualTo(0);

        // Then
        assertThat(out.toString())
                .contains(
                        "The Northern Wall (book, northern-wall)",
                        "2026-01-01 00:01  global  shop  2 sections",
                        "2026-01-01 00:05  cut  shop  1 section; from the version before: 2 removed, 1 altered",
                        "Level 3 of 5, political: a passage is missing in CN, since 2026-01-01",
                        "- In the square the students read their letter aloud until morning.",
                        "stands in GLOBAL, TW",
                        "another explanation: The edition may have been shortened for length.")
                .containsSubsequence("GLOBAL  en", "CN  en", "1 finding")
                .doesNotContain("censor");
    }

    @Test
    void theSameIsSaidInJson() throws IOException {
        keepTheBook();

        assertThat(run(Records.WORK, "--format", "json")).isEqualTo(0);

        var json = new ObjectMapper().readTree(out.toString());
        assertThat(json.get("schema").asText()).isEqualTo("lacuna/history/1");
        assertThat(json.at("/releases/1/market").asText()).isEqualTo("CN");
        assertThat(json.at("/releases/1/versions/1/fromBefore/REMOVED").asInt()).isEqualTo(2);
        assertThat(json.at("/findings/0/level").asInt()).isEqualTo(3);
        assertThat(json.at("/findings/0/target").isNull()).isTrue();
        assertThat(json.at("/findings/0/elsewhere/present/1").asText()).isEqualTo("TW");
    }

    @Test
    void withoutAWorkTheyAreListed() throws IOException {
        keepTheBook();

        assertThat(run()).isEqualTo(0);
        assertThat(out.toString())
                .isEqualToIgnoringNewLines(
                        "northern-wall  The Northern Wall (book, GLOBAL CN): 3 versions, 1 finding, highest level 3");

        out.getBuffer().setLength(0);
        assertThat(run("--format", "json")).isEqualTo(0);
        assertThat(new ObjectMapper()
                        .readTree(out.toString())
                        .at("/works/0/versions")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void anUnknownWorkIsOneLineWithTheClosestIds() {
        keepTheBook();
        Records.keep(database(), Records.snapshot("s", release("ferry", "The Ferry", Medium.FILM, "CN"), 1, "1"));

        assertThat(run("nothern-wal")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("lacuna: there is no work 'nothern-wal': the closest are northern-wall, ferry;")
                .hasLineCount(1);
    }

    @Test
    void whereThereIsNoDatabaseOneLineSaysSoAndNoneIsMade() {
        assertThat(run("anything")).isEqualTo(2);

        assertThat(err.toString())
                .contains("lacuna.db does not exist", "--data")
                .hasLineCount(1);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatIsNoDatabaseOrHoldsNothingIsSaidInOneLine() throws IOException {
        Files.writeString(database(), "some notes ".repeat(500));
        assertThat(run("anything")).isEqualTo(2);
        assertThat(err.toString()).contains("lacuna.db cannot be used").hasLineCount(1);

        Files.delete(database());
        Archive.open(database()).close();
        assertThat(run()).isEqualTo(0);
        assertThat(out.toString()).contains("No work is kept yet.");
    }

    @Test
    void whatASourceWroteCannotSteerTheTerminal() {
        var hostile = release("hostile", "\u001b[2JThe\u202eWall\n", Medium.BOOK, "CN");
        Records.keep(database(), Records.snapshot("s", hostile, 1, "1"));

        assertThat(run("hostile")).isEqualTo(0);
        assertThat(out.toString()).contains("<U+001B>[2JThe<U+202E>Wall").doesNotContain("\u001b", "\u202e");
    }

    private void keepTheBook() {
        Records.keep(
                database(),
                Records.snapshot("global", release("GLOBAL"), 1, "1", "2"),
                Records.snapshot("whole", release("CN"), 2, "1", "2"),
                Records.snapshot("cut", release("CN"), 5, "1"),
                Comparison.newBuilder(Records.comparison("x", 5))
                        .setKind(ComparisonKind.MOMENTS)
                        .setBaselineSnapshot("whole")
                        .setTargetSnapshot("cut")
                        .setCounts(
                                List.of(new ChangeCount(ChangeKind.REMOVED, 2), new ChangeCount(ChangeKind.ALTERED, 1)))
                        .build(),
                change("c", release("CN"), 5),
                finding("f", change("c", release("CN"), 5), 3, 6));
    }

    private Path database() {
        return folder.resolve("lacuna.db");
    }

    private int run(String... arguments) {
        var line = new String[arguments.length + 3];
        line[0] = "history";
        line[1] = "--data";
        line[2] = folder.toString();
        System.arraycopy(arguments, 0, line, 3, arguments.length);
        return Lacuna.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(line);
    }
}
