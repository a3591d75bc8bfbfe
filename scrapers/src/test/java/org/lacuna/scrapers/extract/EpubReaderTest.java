package org.lacuna.scrapers.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lacuna.scrapers.extract.Reading.names;
import static org.lacuna.scrapers.extract.Reading.texts;
import static org.lacuna.scrapers.extract.Reading.why;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class EpubReaderTest {

    private static final String CONTAINER =
            "<container><rootfiles><rootfile full-path=\"OPS/book.opf\"/></rootfiles></container>";
    private static final String PACKAGE =
            """
            <package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:language>en</dc:language></metadata>
            <manifest><item id="two" href="two.xhtml"/><item id="one" href="text/one%20of.xhtml"/>
            <item id="notes" href="notes.xhtml"/></manifest>
            <spine><itemref idref="one"/><itemref idref="two"/><itemref idref="notes" linear="no"/>
            <itemref idref="gone"/></spine></package>""";

    @Test
    void chaptersStandInTheOrderOfTheSpine() throws IOException {
        var read = read(book());

        assertThat(names(read)).containsExactly("One", "Two");
        assertThat(texts(read)).containsExactly("One", "The ferry left.", "Nobody waved.", "Two", "It was cold.");
    }

    @Test
    void aBookIsKnownByItsContentToo() throws IOException {
        var read = DocumentReader.read(zip(book()), "download", DocumentReader.Options.defaults());

        assertThat(names(read)).containsExactly("One", "Two");
    }

    @Test
    void aPathThatLeadsOutOfTheBookReadsNothingElse() throws IOException {
        var files = book();
        files.put("OPS/book.opf", PACKAGE.replace("two.xhtml", "../../../etc/passwd"));

        assertThat(names(read(files))).containsExactly("One");
    }

    @Test
    void aDamagedBookSaysSo() throws IOException {
        byte[] whole = zip(book());
        var files = book();
        files.remove("META-INF/container.xml");

        assertThat(why(read(files))).contains("names no package document");
        assertThat(why(EpubReader.read("PK nothing".getBytes(StandardCharsets.UTF_8), "b.epub", Optional.empty())))
                .startsWith("b.epub is not a readable EPUB");
        assertThat(EpubReader.read(Arrays.copyOf(whole, whole.length / 3), "b.epub", Optional.empty()))
                .isInstanceOf(Extracted.Unreadable.class);
    }

    @Test
    void anEncryptedBookSaysSo() throws IOException {
        var files = book();
        files.put("META-INF/encryption.xml", "<encryption/>");
        files.put("META-INF/rights.xml", "<rights/>");

        assertThat(why(read(files))).contains("is encrypted");
    }

    private static Map<String, String> book() {
        var files = new LinkedHashMap<String, String>();
        files.put("mimetype", "application/epub+zip");
        files.put("META-INF/container.xml", CONTAINER);
        files.put("OPS/book.opf", PACKAGE);
        files.put(
                "OPS/text/one of.xhtml", "<html><body><h1>One</h1><p>The ferry left. Nobody waved.</p></body></html>");
        files.put("OPS/two.xhtml", "<html><body><h1>Two</h1><p>It was cold.</p></body></html>");
        files.put("OPS/notes.xhtml", "<html><body><p>A note.</p></body></html>");
        return files;
    }

    private static Extracted read(Map<String, String> files) throws IOException {
        return EpubReader.read(zip(files), "b.epub", Optional.empty());
    }

    private static byte[] zip(Map<String, String> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.setLevel(0);
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
