package org.lacuna.scrapers.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lacuna.schema.Passage;

class SubtitleReaderTest {

    @Test
    void aCueHasItsTextWithoutMarkUpAndItsTimes() {
        assertThat(cues("1\n00:01:02,500 --> 00:01:04,000\n{\\an8}<i>Come</i>\nin.\n"))
                .extracting(Passage::getText, c -> c.getFromMillis().orElseThrow(), c -> c.getToMillis()
                        .orElseThrow())
                .containsExactly(tuple("Come in.", 62_500L, 64_000L));
    }

    @Test
    void linesOfHanCharactersAreJoinedWithoutABlank() {
        assertThat(cues("00:01.000 --> 00:02.000 align:start\n雨停\n了。\n"))
                .extracting(Passage::getText)
                .containsExactly("雨停了。");
    }

    @Test
    void cuesOutOfOrderOverlappingOrEndingBeforeTheyBeginAreKeptInTime() {
        assertThat(cues("2\n00:00:05,000 --> 00:00:04,000\nB\n\n1\n00:00:01,000 --> 00:00:06,000\nA\n"))
                .extracting(Passage::getText, c -> c.getToMillis().orElseThrow())
                .containsExactly(tuple("A", 6_000L), tuple("B", 5_000L));
    }

    @Test
    void aMissingBlankLineBetweenTwoCuesLosesNeither() {
        assertThat(cues("1\n00:00:01,000 --> 00:00:02,000\nA\n2\n00:00:03,000 --> 00:00:04,000\nB\n"))
                .extracting(Passage::getText)
                .containsExactly("A", "B");
    }

    @Test
    void notesAndStylesOfWebVttAreNoCues() {
        assertThat(cues("WEBVTT\n\nNOTE a remark\n\nSTYLE\n::cue {}\n\nid\n00:01.000 --> 00:02.000\nA\n"))
                .extracting(Passage::getText)
                .containsExactly("A");
    }

    @Test
    void aFileWithoutOneCueIsUnreadable() {
        assertThat(((Extracted.Unreadable) SubtitleReader.read("hello\nworld")).why())
                .contains("no cue", "2 lines");
    }

    private static List<Passage> cues(String text) {
        return ((Extracted.Ok) SubtitleReader.read(text)).sections().getFirst().passages();
    }
}
