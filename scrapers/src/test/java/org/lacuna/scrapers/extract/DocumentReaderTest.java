package org.lacuna.scrapers.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lacuna.scrapers.extract.Reading.texts;
import static org.lacuna.scrapers.extract.Reading.why;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacuna.schema.PassageKind;
import org.lacuna.scrapers.extract.DocumentReader.Options;
import org.lacuna.scrapers.extract.DocumentReader.Segmentation;

class DocumentReaderTest {

    private static final Options DEFAULTS = Options.defaults();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.srt|CUE|00:01 --> 00:02~Ahoy",
                "a.txt|CUE|1~00:00:01,0 --> 00:00:02,0~Ahoy",
                "a|CUE|WEBVTT~~00:01.0 --> 00:02.0~Ahoy",
                "a.json|ENTRY|{\"a\": \"Ahoy\"}",
                "a|ENTRY|{\"a\": \"Ahoy\"}",
                "a.html|PROSE|<p>Ahoy",
                "a|PROSE|<!DOCTYPE html><p>Ahoy",
                "https://example.org/a.htm?x=y.json|PROSE|<p>Ahoy",
                "a.txt|PROSE|Ahoy"
            })
    void theFormatIsChosenByNameAndContent(String name, PassageKind kind, String text) {
        var read = DocumentReader.read(text.replace('~', '\n').getBytes(StandardCharsets.UTF_8), name, DEFAULTS);

        assertThat(texts(read)).containsExactly("Ahoy");
        assertThat(Reading.passages(read)).allMatch(passage -> passage.getKind() == kind);
    }

    @Test
    void aBookMayBeginWithABracket() {
        assertThat(texts(read("[Part of a map] It was torn.", "b.txt")))
                .containsExactly("[Part of a map] It was torn.");
    }

    @Test
    void aPageIsReadInTheEncodingItDeclares() {
        byte[] page = "<html><meta charset=gb2312><p>灯灭了。</p>".getBytes(Charset.forName("GB18030"));

        assertThat(texts(DocumentReader.read(page, "p.html", DEFAULTS))).containsExactly("灯灭了。");
    }

    @Test
    void linesAreKeptWhateverTheFormat() {
        var lines = new Options(Segmentation.LINES, Optional.empty(), Optional.empty());

        assertThat(texts(DocumentReader.read("{\n\n}".getBytes(StandardCharsets.UTF_8), "a.json", lines)))
                .containsExactly("{", "", "}");
    }

    @Test
    void filesThatCannotBeReadAreNamedWithTheReason(@TempDir Path folder) throws IOException {
        var empty = Files.createFile(folder.resolve("empty.srt"));
        var image = Files.write(folder.resolve("image.srt"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0});

        assertThat(whyOf(folder.resolve("none.txt"))).endsWith("none.txt does not exist: check the path");
        assertThat(whyOf(folder)).contains("is a directory: ");
        assertThat(whyOf(empty)).contains("empty.srt is empty: ");
        assertThat(whyOf(image)).contains("image.srt is an image, not text: ");
    }

    @Test
    void aFileIsRead(@TempDir Path folder) throws IOException {
        var book = Files.writeString(folder.resolve("book.txt"), "The lamp burned. It rained.");

        assertThat(texts(DocumentReader.readFile(book, DEFAULTS))).containsExactly("The lamp burned.", "It rained.");
    }

    @Property
    void noBytesMakeAReaderThrow(@ForAll byte[] bytes) {
        for (String name : new String[] {"a.srt", "a.vtt", "a.json", "a.html", "a.txt"}) {
            assertThat(DocumentReader.read(bytes, name, DEFAULTS)).isNotNull();
        }
    }

    @Property
    void noTextMakesAReaderThrow(@ForAll String text) {
        for (String name : new String[] {"a.srt", "a.vtt", "a.json", "a.html", "a.txt"}) {
            assertThat(read(text, name)).isNotNull();
        }
    }

    private static Extracted read(String text, String name) {
        return DocumentReader.read(text.getBytes(StandardCharsets.UTF_8), name, DEFAULTS);
    }

    private static String whyOf(Path file) {
        return why(DocumentReader.readFile(file, DEFAULTS));
    }
}
