package org.lacuna.scrapers.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacuna.schema.Passage;
import org.lacuna.schema.PassageKind;
import org.lacuna.scrapers.extract.DocumentReader.Options;
import org.lacuna.scrapers.extract.DocumentReader.Segmentation;

class DocumentReaderTest {

    private static final String CHINESE = "渡轮在钟声停止前离开了。码头上没有人向最后的乘客挥手。她数着北墙上的灯。";

    @Test
    void everyCharsetOfChineseTextIsTold() {
        for (var name : List.of("UTF-8", "GB18030", "UTF-16LE", "UTF-16BE")) {
            var bytes = ("﻿" + CHINESE.repeat(20)).getBytes(Charset.forName(name));
            assertThat(texts(DocumentReader.read(bytes, "a.txt", Options.defaults())))
                    .as(name)
                    .startsWith("渡轮在钟声停止前离开了。");
        }
        var unmarked = CHINESE.repeat(20).getBytes(Charset.forName("GB18030"));
        assertThat(texts(DocumentReader.read(unmarked, "a.txt", Options.defaults())))
                .startsWith("渡轮在钟声停止前离开了。");
    }

    @Test
    void anEmptyBlankOrBinaryDocumentIsUnreadableWithTheReason() {
        assertThat(why(new byte[0])).contains("empty");
        assertThat(why(" \n\t".getBytes(StandardCharsets.UTF_8))).contains("blanks");
        assertThat(why(new byte[] {1, 0, 0, 2, 0, 0, 3})).contains("binary");
        assertThat(why("%PDF-1.7 …".getBytes(StandardCharsets.UTF_8))).contains("binary");
    }

    @Test
    void aMissingFileAndAFolderAreNamed(@TempDir Path folder) throws IOException {
        var missing = folder.resolve("missing.srt");
        assertThat(why(DocumentReader.readFile(missing, Options.defaults()))).contains("missing.srt", "no such file");
        assertThat(why(DocumentReader.readFile(folder, Options.defaults()))).contains("is a folder");
        var empty = Files.createFile(folder.resolve("empty.srt"));
        assertThat(why(DocumentReader.readFile(empty, Options.defaults()))).contains("empty.srt", "is empty");
    }

    @Test
    void theKindIsToldFromTheTextWhereTheNameSaysNothing() {
        assertThat(kind("WEBVTT\n\n00:01.000 --> 00:02.000\nHello")).isEqualTo(PassageKind.CUE);
        assertThat(kind("1\n00:00:01,000 --> 00:00:02,000\nHello")).isEqualTo(PassageKind.CUE);
        assertThat(kind("<!DOCTYPE html><p>Hello</p>")).isEqualTo(PassageKind.PROSE);
        assertThat(texts("<!DOCTYPE html><p>Hello</p>")).containsExactly("Hello");
    }

    @Test
    void chaptersOfPlainTextBecomeSectionsAndLineBreaksDoNotMatter() {
        var read = DocumentReader.read(
                "Chapter 1\n\nMr. Vane left\nearly. Nobody saw.\n\n第二章 雪\n\n她走\n了。没有人看见。\n"
                        .getBytes(StandardCharsets.UTF_8),
                "a.txt",
                Options.defaults());

        assertThat(read).isInstanceOf(Extracted.Ok.class);
        assertThat(((Extracted.Ok) read).sections())
                .extracting(Extracted.Section::name)
                .containsExactly("Chapter 1", "第二章 雪");
        assertThat(texts(read))
                .containsExactly("Chapter 1", "Mr. Vane left early.", "Nobody saw.", "第二章 雪", "她走了。", "没有人看见。");
    }

    @Test
    void inLinesModeEveryLineCountsBlankOnesToo() {
        var read = DocumentReader.read(
                "one\n\nthree\n".getBytes(StandardCharsets.UTF_8),
                "a.txt",
                new Options(Segmentation.LINES, java.util.Optional.empty()));

        assertThat(texts(read)).containsExactly("one", "", "three");
    }

    @Test
    void whatIsNotRunningTextOfAPageIsLeftOut() {
        assertThat(texts(
                        "<html><nav>Menu</nav><main><h1>Title</h1><p>One\n two.<br>Three.</p><script>x()</script></main>"
                                + "<footer>Terms</footer></html>"))
                .containsExactly("Title", "One two.", "Three.");
    }

    @Test
    void aClosingQuotationMarkStaysWithItsSentence() {
        assertThat(Sentences.of("“We never left.” He smiled. 「我們沒有離開。」他笑了。"))
                .containsExactly("“We never left.”", "He smiled.", "「我們沒有離開。」", "他笑了。");
    }

    @Test
    void scriptsAreTold() {
        assertThat(Languages.guess("渡輪在鐘聲停止前離開了，廣場上的學生")).isEqualTo("zh-Hant");
        assertThat(Languages.guess(CHINESE)).isEqualTo("zh-Hans");
        assertThat(Languages.guess("The ferry left.")).isEqualTo("en");
        assertThat(Languages.guess("1234")).isEqualTo("und");
    }

    @Property
    void noBytesMakeTheReaderThrow(@ForAll byte[] bytes) {
        for (var name : List.of("a.srt", "a.json", "a.html", "a.txt", "a")) {
            assertThat(DocumentReader.read(bytes, name, Options.defaults())).isNotNull();
        }
    }

    private static PassageKind kind(String document) {
        return ((Extracted.Ok) DocumentReader.read(document.getBytes(StandardCharsets.UTF_8), "a", Options.defaults()))
                .sections()
                .getFirst()
                .passages()
                .getFirst()
                .getKind();
    }

    private static List<String> texts(String document) {
        return texts(DocumentReader.read(document.getBytes(StandardCharsets.UTF_8), "a", Options.defaults()));
    }

    private static List<String> texts(Extracted read) {
        return ((Extracted.Ok) read)
                .sections().stream()
                        .flatMap(s -> s.passages().stream())
                        .map(Passage::getText)
                        .toList();
    }

    private static String why(byte[] bytes) {
        return why(DocumentReader.read(bytes, "a.txt", Options.defaults()));
    }

    private static String why(Extracted read) {
        return ((Extracted.Unreadable) read).why();
    }
}
