package org.lacuna.scrapers.extract;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a document of any kind that is known: subtitles, string table, HTML, plain text. Safe for use by many threads. */
public final class DocumentReader {

    private static final Pattern HTML =
            Pattern.compile("\\s*<(?:!doctype\\s+html|html|head|body)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern CUE = Pattern.compile("(?m)^\\s*(?:\\d+:)?\\d{1,2}:\\d{1,2}[.,]\\d{1,3}\\s*-->");
    private static final int SAMPLE = 4_000;

    private DocumentReader() {}

    /** What a passage of a plain text is. */
    public enum Segmentation {
        /** A sentence. */
        AUTO,
        /** A line, blank ones too. */
        LINES
    }

    /**
     * How to read.
     *
     * @param segmentation what a passage of a plain text is
     * @param charset as the source declares it; empty where it does not
     */
    public record Options(Segmentation segmentation, Optional<Charset> charset) {
        /** Sentences, charset to be told from the bytes. */
        public static Options defaults() {
            return new Options(Segmentation.AUTO, Optional.empty());
        }
    }

    /**
     * Reads a file.
     *
     * @return what it holds, or a reason that names the file
     */
    public static Extracted readFile(Path file, Options options) {
        if (Files.notExists(file)) {
            return new Extracted.Unreadable(file + ": there is no such file");
        }
        if (Files.isDirectory(file)) {
            return new Extracted.Unreadable(file + ": is a folder; give a file");
        }
        try {
            var read = read(Files.readAllBytes(file), String.valueOf(file.getFileName()), options);
            return read instanceof Extracted.Unreadable(var why) ? new Extracted.Unreadable(file + ": " + why) : read;
        } catch (IOException e) {
            return new Extracted.Unreadable(file + ": cannot be read (" + e + ")");
        }
    }

    /**
     * Reads a document; its kind is told from the ending of its name and, where that tells nothing, from the text.
     *
     * @param name name of the file or last part of the address
     */
    public static Extracted read(byte[] bytes, String name, Options options) {
        if (bytes.length == 0) {
            return new Extracted.Unreadable("is empty");
        }
        return switch (Decoded.of(bytes, options.charset())) {
            case Decoded.NotText(var why) -> new Extracted.Unreadable(why);
            case Decoded.Text(var text) when text.isBlank() -> new Extracted.Unreadable("holds only blanks");
            case Decoded.Text(var text) -> read(text, name, options);
        };
    }

    private static Extracted read(String text, String name, Options options) {
        var lower = name.toLowerCase(Locale.ROOT);
        var ending = lower.substring(lower.lastIndexOf('.') + 1);
        return switch (ending) {
            case "srt", "vtt" -> SubtitleReader.read(text);
            case "json" -> StringTableReader.read(text);
            case "html", "htm", "xhtml" -> HtmlReader.read(text);
            case "txt", "text", "md" -> plain(text, options);
            default -> byLook(text, options);
        };
    }

    private static Extracted byLook(String text, Options options) {
        var start = text.substring(0, Math.min(text.length(), SAMPLE));
        if (start.startsWith("WEBVTT") || CUE.matcher(start).find()) {
            return SubtitleReader.read(text);
        }
        if (HTML.matcher(start).matches()) {
            return HtmlReader.read(text);
        }
        return plain(text, options);
    }

    private static Extracted plain(String text, Options options) {
        return switch (options.segmentation()) {
            case AUTO -> PlainTextReader.read(text);
            case LINES -> PlainTextReader.readLines(text);
        };
    }
}
