package org.lacuna.scrapers.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/**
 * Reads books in EPUB 2 and 3: the documents of the spine in their order. Nothing is written to disk, no DTD or other
 * resource is fetched. Pure, thread-safe. Source: EPUB 3.3, W3C Recommendation, sections on the container and the package
 * document.
 */
public final class EpubReader {

    private static final long LARGEST = 256L << 20;
    private static final int MOST_FILES = 20_000;

    private EpubReader() {}

    /** Whether bytes are a ZIP archive that says it is an EPUB, or has what an EPUB begins with. */
    static boolean isEpub(byte[] bytes) {
        var start = new String(bytes, 0, Math.min(bytes.length, 100), StandardCharsets.ISO_8859_1);
        return start.startsWith("PK") && start.contains("application/epub+zip");
    }

    /**
     * The sections of a book.
     *
     * @param name what the file is called in the reason why it could not be read
     * @param language a BCP 47 tag that helps to find the ends of sentences; the book's own where none is given
     */
    public static Extracted read(byte[] bytes, String name, Optional<String> language) {
        try {
            return read(files(bytes), name, language);
        } catch (IOException damaged) {
            return new Extracted.Unreadable("%s is not a readable EPUB: %s"
                    .formatted(name, Whitespace.unwrapped(String.valueOf(damaged.getMessage()))));
        }
    }

    private static Extracted read(Map<String, byte[]> files, String name, Optional<String> language) {
        if (files.containsKey("META-INF/encryption.xml") && files.containsKey("META-INF/rights.xml")) {
            return new Extracted.Unreadable("%s is encrypted: it can only be read without its lock".formatted(name));
        }
        var packagePath = xml(files, "META-INF/container.xml")
                .map(container -> container.select("rootfile[full-path]").attr("full-path"));
        var book = packagePath.flatMap(path -> xml(files, path));
        if (book.isEmpty()) {
            return new Extracted.Unreadable(
                    "%s is not a readable EPUB: its META-INF/container.xml names no package document".formatted(name));
        }
        String folder = folder(packagePath.get());
        var told = language.or(() ->
                Optional.of(book.get().select("dc|language, language").text()).filter(tag -> !tag.isBlank()));
        var hrefs = new HashMap<String, String>();
        book.get().select("manifest > item").forEach(item -> hrefs.put(item.attr("id"), item.attr("href")));
        var sections = new ArrayList<Extracted.Section>();
        for (var item : book.get().select("spine > itemref")) {
            if (!item.attr("linear").equals("no")) {
                chapter(files, folder + decoded(hrefs.getOrDefault(item.attr("idref"), "")), told)
                        .ifPresent(sections::addAll);
            }
        }
        return sections.isEmpty()
                ? new Extracted.Unreadable("%s holds no text: no document of its spine can be read".formatted(name))
                : new Extracted.Ok(sections);
    }

    private static Optional<List<Extracted.Section>> chapter(
            Map<String, byte[]> files, String path, Optional<String> language) {
        return Optional.ofNullable(files.get(normal(path)))
                .map(bytes -> switch (Charsets.decode(bytes, Charsets.declaredInHtml(bytes))) {
                    case Charsets.Decoded.Text(var text, var charset) -> HtmlReader.read(text, path, language);
                    case Charsets.Decoded.NotText(var why) -> new Extracted.Unreadable(why);
                })
                .flatMap(read -> read instanceof Extracted.Ok(var sections) ? Optional.of(sections) : Optional.empty());
    }

    private static Optional<Document> xml(Map<String, byte[]> files, String path) {
        return Optional.ofNullable(files.get(normal(path)))
                .map(bytes -> Jsoup.parse(new String(bytes, StandardCharsets.UTF_8), "", Parser.xmlParser()));
    }

    /** All files by path. The sizes that an archive states may lie, so that what comes out is counted. */
    private static Map<String, byte[]> files(byte[] bytes) throws IOException {
        var files = new HashMap<String, byte[]>();
        long left = LARGEST;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.isDirectory()) {
                    continue;
                }
                byte[] content = zip.readNBytes((int) Math.min(left + 1, Integer.MAX_VALUE - 8));
                left -= content.length;
                if (left < 0) {
                    throw new IOException("it unpacks to more than 256 MB");
                }
                if (files.size() >= MOST_FILES) {
                    throw new IOException("it holds more than " + MOST_FILES + " files");
                }
                files.putIfAbsent(normal(entry.getName()), content);
            }
        } catch (IllegalArgumentException badName) {
            throw new IOException("the archive names a file in a way that cannot be read", badName);
        }
        if (files.isEmpty()) {
            throw new IOException("it is no ZIP archive");
        }
        return files;
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    private static String decoded(String href) {
        String path = href.split("#", 2)[0];
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return path;
        }
    }

    /** The path without dots and double slashes; one that leads out of the book stays within it. */
    private static String normal(String path) {
        var steps = new ArrayList<String>();
        for (String step : path.replace('\\', '/').split("/", -1)) {
            if (step.equals("..")) {
                if (!steps.isEmpty()) {
                    steps.removeLast();
                }
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.add(step);
            }
        }
        return String.join("/", steps);
    }
}
