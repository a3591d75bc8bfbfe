package org.lacuna.scrapers.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lacuna.scrapers.extract.Reading.names;
import static org.lacuna.scrapers.extract.Reading.texts;
import static org.lacuna.scrapers.extract.Reading.why;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Chapter 12",
                "CHAPTER XII. The Storm",
                "Letter 1",
                "Chapter One",
                "Part II: Salt",
                "Prologue",
                "EPILOGUE",
                "第十二章 风暴",
                "第十二章",
                "第 二 章 雨",
                "第3回",
                "第三回 灯灭人不归",
                "第二卷",
                "序章",
                "尾声",
                "楔子"
            })
    void headingsOfChaptersAreKnown(String heading) {
        assertThat(ChapterHeadings.isHeading(heading, true)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Chapter 12 was the one she liked.",
                "Letter 1 of the pile",
                "A chapter",
                "第三部电影很好看",
                "第三章他就死了。",
                "序章里说过的事。",
                "Parts of it"
            })
    void proseIsNoHeading(String line) {
        assertThat(ChapterHeadings.isHeading(line, true)).isFalse();
    }

    @Test
    void anEnglishHeadingInsideAParagraphIsProse() {
        assertThat(names(read("He turned to\nChapter 12\nand read.\n"))).containsExactly("");
    }

    @Test
    void chaptersBecomeSectionsAndWrappedLinesBecomeSentences() {
        var read = read(
                "By nobody.\n\nChapter 1\n\nThe lamp burned\nall night. It was\ncold.\n\nNo one came.\n\nChapter 2\n\nDawn.\n");

        assertThat(names(read)).containsExactly("", "Chapter 1", "Chapter 2");
        assertThat(texts(read))
                .containsExactly(
                        "By nobody.",
                        "Chapter 1",
                        "The lamp burned all night.",
                        "It was cold.",
                        "No one came.",
                        "Chapter 2",
                        "Dawn.");
    }

    @Test
    void chineseLinesAreUnwrappedWithoutABlankAndIndentsBeginParagraphs() {
        var read = read("第一章 灯\n　　灯灭\n了。雨停了。\n　　他走了\n第二章 雨\n　　天亮了。\n");

        assertThat(names(read)).containsExactly("第一章 灯", "第二章 雨");
        assertThat(texts(read)).containsExactly("第一章 灯", "灯灭了。", "雨停了。", "他走了", "第二章 雨", "天亮了。");
    }

    @Test
    void aTableOfContentsAddsNoSections() {
        assertThat(names(read("Chapter 1\nChapter 2\n\nChapter 1\n\nOne.\n\nChapter 2\n\nTwo.\n")))
                .containsExactly("Chapter 1", "Chapter 2");
    }

    @Test
    void linesAreKeptOneByOneWithTheBlankOnes() {
        assertThat(texts(PlainTextReader.readLines("One. Two.\r\n\r\n  Three\r\n", "l.txt")))
                .containsExactly("One. Two.", "", "Three");
    }

    @Test
    void onlyWhiteSpaceIsUnreadable() {
        assertThat(why(read(" \n\u3000\n"))).startsWith("b.txt holds only white space");
        assertThat(why(PlainTextReader.readLines("\n\n", "l.txt"))).startsWith("l.txt holds only white space");
    }

    private static Extracted read(String text) {
        return PlainTextReader.read(text, "b.txt", Optional.empty());
    }
}
