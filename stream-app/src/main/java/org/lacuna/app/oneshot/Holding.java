package org.lacuna.app.oneshot;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lacuna.app.compare.engine.collation.Text;
import org.lacuna.schema.Passage;
import org.lacuna.schema.text.Languages;
import org.lacuna.scrapers.extract.DocumentReader;
import org.lacuna.scrapers.extract.Extracted;

/**
 * A file of the user's own, read.
 *
 * @param name name of the file, without its folder
 * @param text what it says
 * @param sha256 SHA-256 of the file in lower-case hex
 */
public record Holding(String name, Text text, String sha256) {

    /** Enough text to tell the language from. */
    private static final int SAMPLE = 20_000;

    /**
     * Reads a file.
     *
     * @param language BCP 47 tag; empty: told from the text
     * @throws BadInputException if the file cannot be read, with the reason
     */
    public static Holding read(Path file, Optional<String> language, DocumentReader.Segmentation segmentation) {
        var options = new DocumentReader.Options(segmentation, language, Optional.empty());
        var extracted = DocumentReader.readFile(file, options);
        String name = String.valueOf(file.getFileName());
        return of(extracted, name, language, extracted instanceof Extracted.Ok ? sha256(file) : "");
    }

    /**
     * Reads what was sent.
     *
     * @param name a file name; its ending helps to tell the format
     * @param language BCP 47 tag; empty: told from the text
     * @throws BadInputException if it cannot be read, with the reason
     */
    public static Holding read(
            byte[] bytes, String name, Optional<String> language, DocumentReader.Segmentation segmentation) {
        var options = new DocumentReader.Options(segmentation, language, Optional.empty());
        var hash = HexFormat.of().formatHex(digest().digest(bytes));
        return of(DocumentReader.read(bytes, name, options), name, language, hash);
    }

    private static Holding of(Extracted extracted, String name, Optional<String> language, String hash) {
        return switch (extracted) {
            case Extracted.Unreadable(String why) -> throw new BadInputException(why);
            case Extracted.Ok(var sections) -> {
                var parts = sections.stream()
                        .map(s -> new Text.Section(s.name(), s.passages()))
                        .toList();
                var told = language.orElseGet(() -> Languages.guess(sample(parts)));
                yield new Holding(name, new Text(told, parts), hash);
            }
        };
    }

    private static String sha256(Path file) {
        try (var in = Files.newInputStream(file)) {
            var digest = digest();
            new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new BadInputException(file + " cannot be read: " + e.getMessage());
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String sample(Iterable<Text.Section> sections) {
        var sample = new StringBuilder();
        for (var section : sections) {
            if (sample.length() > SAMPLE) {
                break;
            }
            sample.append(section.passages().stream().map(Passage::getText).collect(Collectors.joining("\n")));
        }
        return sample.substring(0, Math.min(sample.length(), SAMPLE));
    }
}
