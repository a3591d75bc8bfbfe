package org.lacuna.app.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The demo's files as they stand in a round: {@code page.yaml} from the first round on, {@code page@3.yaml} or
 * {@code page@3.html} in its place from the third on. Thread-safe.
 */
final class Stock {

    private Stock() {}

    /**
     * A file.
     *
     * @param extension such as yaml
     * @param text its text
     * @param since round from which on it stands, from 1
     */
    record Found(String extension, String text, int since) {}

    /**
     * The file of a name that stands in a round.
     *
     * @param name path below the demo's folder, without extension
     */
    static Optional<Found> find(String name, int round, String... extensions) {
        for (int since = round; since >= 1; since--) {
            for (var extension : extensions) {
                int from = since;
                var file = name + (since == 1 ? "" : "@" + since) + "." + extension;
                var found = text(file).map(text -> new Found(extension, text, from));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** The text of a file that must be there. */
    static String read(String file) {
        return text(file).orElseThrow(() -> new IllegalStateException("the demo has no file " + file));
    }

    private static Optional<String> text(String file) {
        try (InputStream in = Stock.class.getResourceAsStream("/demo/" + file)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
