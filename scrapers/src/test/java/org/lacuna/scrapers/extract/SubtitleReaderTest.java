package org.lacuna.scrapers.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lacuna.scrapers.extract.Reading.timed;
import static org.lacuna.scrapers.extract.Reading.why;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.lacuna.schema.PassageKind;

class SubtitleReaderTest {

    record Cue(long from, long length, String text) {}

    @Test
    void cuesHaveTheirTimesInMilliseconds() {
        var srt =
                """
                1
                00:00:01,500 --> 00:00:03,000
                The harbour is closed.

                2
                01:02:03,004 --> 01:02:04,000
                Who closed it?
                """;

        var read = read(srt.replace("\n", "\r\n"));

        assertThat(timed(read)).containsExactly("1500-3000 The harbour is closed.", "3723004-3724000 Who closed it?");
        assertThat(Reading.passages(read)).allMatch(passage -> passage.getKind() == PassageKind.CUE);
        assertThat(Reading.names(read)).containsExactly("");
    }

    @Test
    void linesOfACueAreJoinedByABlankButNotBetweenHanCharacters() {
        assertThat(timed(read("00:01 --> 00:02\nThe gate\nis open\n\n00:03 --> 00:04\n大门\n开了\n")))
                .containsExactly("1000-2000 The gate is open", "3000-4000 大门开了");
    }

    @Test
    void markUpIsTakenAwayButALesserSignStays() {
        assertThat(timed(read(
                        "00:01 --> 00:02\n{\\an8}<i>Two</i> <font color=\"red\">is</font> <b>less</b> < three <3\n")))
                .containsExactly("1000-2000 Two is less < three <3");
    }

    @Test
    void webVttMayLackHoursAndHaveNotesStylesAndSettings() {
        var vtt =
                """
                WEBVTT - invented

                STYLE
                ::cue { color: white }

                NOTE a remark
                on two lines

                intro
                00:05.250 --> 00:07.000 align:start position:10%
                <v Mara>Salt &amp; rope

                00:01:08.000 --> 00:01:09.000
                <00:01:08.500><c.loud>Ahoy</c>
                """;

        assertThat(timed(read(vtt))).containsExactly("5250-7000 Salt & rope", "68000-69000 Ahoy");
    }

    @Test
    void numbersAndBlankLinesMayBeMissing() {
        assertThat(timed(read("00:00:01.1 --> 00:00:02\nOne\n2\n00:00:03,12 -> 00:00:04,5\nTwo")))
                .containsExactly("1100-2000 One", "3120-4500 Two");
    }

    @Test
    void aBlankLineInsideACueLosesNoText() {
        assertThat(timed(
                        read("1\n00:00:01,0 --> 00:00:02,0\nFirst\n\nsecond\n\n2\n00:00:03,0 --> 00:00:04,0\nThird\n")))
                .containsExactly("1000-2000 First second", "3000-4000 Third");
    }

    @Test
    void cuesStandInTheOrderOfTimeAndNoneEndsBeforeItStarts() {
        assertThat(timed(read("00:09 --> 00:04\nLate\n\n00:01 --> 00:08\nEarly\n\n00:02 --> 00:03\nInside\n")))
                .containsExactly("1000-8000 Early", "2000-3000 Inside", "9000-9000 Late");
    }

    @Test
    void anArrowInATextIsText() {
        assertThat(timed(read("00:01 --> 00:02\nHarbour -> gate\n--> the road\n")))
                .containsExactly("1000-2000 Harbour -> gate --> the road");
    }

    @Test
    void aBrokenBlockIsPassedOverWhereOthersAreGood() {
        assertThat(timed(read("1\n00:00:xx --> nowhere\nLost\n\n2\n00:00:01,0 --> 00:00:02,0\nFound\n")))
                .containsExactly("1000-2000 Found");
    }

    @Test
    void noGoodBlockIsUnreadableAndTheLineIsNamed() {
        assertThat(why(read("1\n\n00:00:xx --> nowhere\nLost\n")))
                .startsWith("a.srt, line 3:")
                .contains("-->");
        assertThat(why(read("Only prose.\n"))).startsWith("a.srt, line 1:");
    }

    @Property
    void whatIsPrintedIsReadAgain(@ForAll("cues") List<Cue> cues) {
        var expected = new ArrayList<String>();
        var srt = new StringBuilder();
        long from = 0;
        for (var cue : cues) {
            from += cue.from();
            srt.append(expected.size() + 1).append('\n');
            srt.append(stamp(from)).append(" --> ").append(stamp(from + cue.length()));
            srt.append('\n').append(cue.text()).append("\n\n");
            expected.add("%d-%d %s".formatted(from, from + cue.length(), cue.text()));
        }

        assertThat(timed(read(srt.toString()))).isEqualTo(expected);
    }

    @Provide
    Arbitrary<List<Cue>> cues() {
        var words = Arbitraries.strings()
                .withChars("abcXYZ 0123456789.,!?'海盐绳索。")
                .ofMinLength(1)
                .ofMaxLength(30);
        var text = words.map(Whitespace::unwrapped).filter(line -> !line.isEmpty());
        return Combinators.combine(
                        Arbitraries.longs().between(0, 100_000),
                        Arbitraries.longs().between(0, 9_000),
                        text)
                .as(Cue::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    private static String stamp(long millis) {
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d,%03d",
                millis / 3_600_000,
                millis / 60_000 % 60,
                millis / 1000 % 60,
                millis % 1000);
    }

    private static Extracted read(String text) {
        return SubtitleReader.read(text, "a.srt");
    }
}
