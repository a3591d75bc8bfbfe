package org.lacuna.app.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps the last round that was finished, so that a demo that was stopped goes on with the next. */
final class RoundMark {

    private final Path file;

    RoundMark(Path folder) {
        this.file = folder.resolve("round");
    }

    /** The last round that was finished; 0 where none was. */
    int finished() throws IOException {
        return Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
    }

    void finish(int round) throws IOException {
        var next = Files.writeString(file.resolveSibling("round.next"), Integer.toString(round));
        Files.move(
                next,
                file,
                java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
}
