package org.lacuna.app.bench.quality;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.lacuna.app.bench.rows.Reading;
import org.lacuna.app.compare.engine.collation.Text;
import org.lacuna.scrapers.extract.DocumentReader;

/** Reads the files of a study. A missing folder is no fault; a missing file in one is. */
final class Sources {

    private static final JsonMapper JSON = new JsonMapper();

    private Sources() {}

    static boolean has(Path folder) {
        return Files.isDirectory(folder);
    }

    static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    static List<String> lines(Path file) {
        return text(file).lines().toList();
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file as the program reads it. */
    static Text read(Path file, String language, DocumentReader.Segmentation segmentation) {
        return Reading.read(
                text(file).getBytes(StandardCharsets.UTF_8),
                String.valueOf(file.getFileName()),
                language,
                segmentation);
    }
}
