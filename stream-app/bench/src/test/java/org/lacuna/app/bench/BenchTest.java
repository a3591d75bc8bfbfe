package org.lacuna.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aRowThatDoesNotExistIsNamed() {
        assertThat(run("compare", "--only", "sonnets")).isEqualTo(2);
        assertThat(err.toString()).contains("there is no row 'sonnets'");
    }

    @Test
    void aFolderThatDoesNotExistIsNamed() {
        assertThat(run("compare", "--quality", "nowhere")).isEqualTo(2);
        assertThat(err.toString()).contains("nowhere is no folder");
    }

    @Test
    void aRowIsPrintedUnderItsHeads() {
        assertThat(run("compare", "--quick", "--only", "subtitles", "--format", "markdown"))
                .isZero();
        assertThat(out.toString()).startsWith("| row | texts | Lacuna |").contains("| subtitles |");
    }

    @Test
    void aTableLeavesOutWhatIsEmptyThroughout() {
        var figure = Figure.alone("row", "a|b", "1 ms", "", "", "");

        assertThat(Table.of(List.of(figure), Table.Format.TEXT)).isEqualTo("row  texts  Lacuna\nrow  a|b    1 ms\n");
        assertThat(Table.of(List.of(figure), Table.Format.MARKDOWN))
                .isEqualTo("| row | texts | Lacuna |\n| --- | --- | --- |\n| row | a\\|b | 1 ms |\n");
    }

    private int run(String... arguments) {
        return Bench.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
