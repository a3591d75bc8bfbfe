package org.lacuna.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    void badUsageAndBadInputEndWithTwoAndOneReason() throws IOException {
        assertThat(run(global, folder.resolve("missing.srt"))).isEqualTo(2);
        assertThat(err.toString()).contains("missing.srt does not exist");

        var broken = Files.writeString(folder.resolve("broken.json"), "{\"a\": ");
        assertThat(run(broken, global)).isEqualTo(2);
        assertThat(err.toString()).contains("broken.json");

        assertThat(run(global)).isEqualTo(2);
        assertThat(err.toString()).contains("TARGET", "see 'lacuna compare --help'");
    }

    private int run(Path baseline, Object... more) {
        var arguments = new String[more.length + 2];
        arguments[0] = "compare";
        arguments[1] = baseline.toString();
        for (int i = 0; i < more.length; i++) {
            arguments[i + 2] = more[i].toString();
        }
        return Lacuna.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
