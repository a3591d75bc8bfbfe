package org.lacuna.scrapers.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lacuna.scrapers.extract.Reading.timed;
import static org.lacuna.scrapers.extract.Reading.why;

import org.junit.jupiter.api.Test;

class AssReaderTest {

    private static final String HEAD =
            """
            [Script Info]
            Title: none

            [Events]
            Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
            """;

    @Test
    void dialogueIsReadByItsTimesWithoutStylesAndComments() {
        var read = read(HEAD
                + "Dialogue: 0,0:00:04.50,0:00:07.00,Default,,0,0,0,,{\\i1}Nobody{\\i0} waved,\\Nnot even Mara.\n"
                + "Comment: 0,0:00:05.00,0:00:06.00,Default,,0,0,0,,not spoken\n"
                + "Dialogue: 0,0:00:01.00,0:00:03.25,Default,,0,0,0,,The ferry left.\n");

        assertThat(timed(read)).containsExactly("1000-3250 The ferry left.", "4500-7000 Nobody waved, not even Mara.");
    }

    @Test
    void drawingsAreNoText() {
        var read = read(HEAD
                + "Dialogue: 0,0:00:01.00,0:00:03.00,Sign,,0,0,0,,{\\p1}m 0 0 l 100 0 100 100{\\p0}\n"
                + "Dialogue: 0,0:00:02.00,0:00:03.00,Sign,,0,0,0,,{\\p1}m 0 0{\\p0}Harbour\n");

        assertThat(timed(read)).containsExactly("2000-3000 Harbour");
    }

    @Test
    void fieldsStandInTheOrderThatTheFileNames() {
        var read = read(
                """
                [Script Info]
                [Events]
                Format: Start, End, Style, Text
                Dialogue: 0:00:01.00,0:00:02.00,Default,One, two
                """);

        assertThat(timed(read)).containsExactly("1000-2000 One, two");
    }

    @Test
    void aBrokenLineIsPassedOverWhileOthersAreGood() {
        var read = read(HEAD + "Dialogue: 0,soon,later,Default,,0,0,0,,lost\n"
                + "Dialogue: 0,0:00:09.00,0:00:08.00,Default,,0,0,0,,ends before it starts\n");

        assertThat(timed(read)).containsExactly("9000-9000 ends before it starts");
    }

    @Test
    void aFileWithoutDialogueSaysWhereAndWhatIsExpected() {
        assertThat(why(read(HEAD + "Dialogue: nonsense\n"))).startsWith("a.ass, line 6: no dialogue can be read here");
    }

    private static Extracted read(String text) {
        return AssReader.read(text, "a.ass");
    }
}
