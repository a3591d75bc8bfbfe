package org.lacuna.scrapers.extract;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lacuna.schema.text.Languages;

/**
 * Front door: reads a document of any known format (SRT, WebVTT, ASS, JSON, CSV, PO, HTML, EPUB, plain text), chosen by the extension of its
 * name and by its content. Never throws for what a document holds. Thread-safe.
 */
public final class DocumentReader {

    /** How a text is cut into passages. */
    public enum Segmentation {
        /** As its format suggests: cues, entries or sentences. */
        AUTO,
        /** Each line is a passage, whatever the format. */
        LINES
    }

    /**
     * How to read.
     *
     * @param language a BCP 47 tag that helps to find the ends of sentences; guessed without it
     * @param charset the encoding, where it is declared; detected without it
     */
    public record Options(Segmentation segmentation, Optional<String> language, Optional<Charset> charset) {
        /** Everything is found out from the document. */
        public static Options defaults() {
            return new Options(Segmentation.AUTO, Optional.empty(), Optional.empty());
        }
    }

    private static final long LARGEST = 256L << 20;
    private static final int HEAD = 4096;
    private static final Pattern HTML =
            Pattern.compile("<(?:html|!doctype\\s+html|body)[\\s>]", Pattern.CASE_INSENSITIVE);

    private DocumentReader() {}

    /**
     * Reads a file.
     *
     * @return unreadable, with a reason that names the file, also where the file is missing or cannot be opened
     */
    public static Extracted readFile(Path file, Options options) {
        String name = file.toString();
        if (!Files.exists(file)) {
            return new Extracted.Unreadable("%s does not exist: check the path".formatted(name));
        }
        if (Files.isDirectory(file)) {
            return new Extracted.Unreadable("%s is a directory: name a file in it".formatted(name));
        }
        if (!Files.isReadable(file)) {
            return new Extracted.Unreadable("%s may not be read by this user: change its permissions".formatted(name));
        }
        try {
            return Files.size(file) > LARGEST
                    ? new Extracted.Unreadable("%s is larger than 256 MB: split it first".formatted(name))
                    : read(Files.readAllBytes(file), name, options);
        } catch (IOException failed) {
            return new Extracted.Unreadable(
                    "%s cannot be read: %s".formatted(name, Whitespace.unwrapped(String.valueOf(failed.getMessage()))));
        }
    }

    /**
     * Reads a document.
     *
     * @param name file name or address; its extension helps to choose the format, and it stands in reasons
     */
    public static Extracted read(byte[] bytes, String name, Options options) {
        if (EpubReader.isEpub(bytes) || extension(name).equals("epub")) {
            return EpubReader.read(bytes, name, options.language());
        }
        var declared = options.charset().or(() -> Charsets.declaredInHtml(bytes));
        return switch (Charsets.decode(bytes, declared)) {
            case Charsets.Decoded.Text(var text, var charset) -> read(text, name, options);
            case Charsets.Decoded.NotText(var why) -> new Extracted.Unreadable(name + " " + why);
        };
    }

    private static Extracted read(String text, String name, Options options) {
        if (options.segmentation() == Segmentation.LINES) {
            return PlainTextReader.readLines(text, name);
        }
        var language = options.language().or(() -> Optional.of(Languages.guess(text)));
        return switch (extension(name)) {
            case "srt", "vtt" -> SubtitleReader.read(text, name);
            case "ass", "ssa" -> AssReader.read(text, name);
            case "csv", "tsv" -> CsvReader.read(text, name, options.language());
            case "po", "pot" -> PoReader.read(text, name);
            case "json" -> StringTableReader.read(text, name);
            case "html", "htm", "xhtml" -> HtmlReader.read(text, name, language);
            default -> byContent(text, name, language);
        };
    }

    private static Extracted byContent(String text, String name, Optional<String> language) {
        String start = text.stripLeading();
        if (HTML.matcher(start.substring(0, Math.min(start.length(), HEAD))).find()) {
            return HtmlReader.read(text, name, language);
        }
        if (AssReader.isAss(text)) {
            return AssReader.read(text, name);
        }
        if (SubtitleReader.isSubtitles(text)) {
            return SubtitleReader.read(text, name);
        }
        boolean json = start.startsWith("{") || start.startsWith("[");
        // A book may begin with a bracket, too.
        return json && StringTableReader.read(text, name) instanceof Extracted.Ok table
                ? table
                : PlainTextReader.read(text, name, language);
    }

    private static String extension(String name) {
        String path = Pattern.compile("[?#].*", Pattern.DOTALL).matcher(name).replaceFirst("");
        return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
