package org.lacuna.scrapers.preserve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lacuna.schema.Capture;
import org.lacuna.scrapers.fetch.Ask;
import org.lacuna.scrapers.fetch.Exchange;
import org.lacuna.scrapers.fetch.Recorder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of WARC files (WARC/1.1, ISO 28500:2017), each record a gzip member. A new file begins with each start and
 * above 1 GB. One archive writes to a folder at a time. Thread-safe.
 */
public final class WarcArchive implements Recorder, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WarcArchive.class);
    private static final long FULL = 1L << 30;
    private static final String PREFIX = "lacuna-";
    private static final String ENDING = ".warc.gz";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final String software;
    private final Clock clock;
    private @Nullable File file;

    private record File(String name, FileChannel channel) {}

    private WarcArchive(Path folder, String software, Clock clock) {
        this.folder = folder;
        this.software = software;
        this.clock = clock;
    }

    /**
     * Opens an archive. What a crash left half written at the end of its last file is put aside.
     *
     * @param folder made where it does not exist
     * @param software what the files say wrote them
     * @throws IOException if the folder cannot be read or written
     */
    public static WarcArchive open(Path folder, String software, Clock clock) throws IOException {
        Files.createDirectories(folder);
        var last = lastFile(folder);
        if (last.isPresent()) {
            TornTail.cutOff(last.get()).ifPresent(kept -> LOG.warn("{}: put aside as {}", last.get(), kept));
        }
        return new WarcArchive(folder, software, clock);
    }

    private static Optional<Path> lastFile(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(path -> {
                        var name = String.valueOf(path.getFileName());
                        return name.startsWith(PREFIX) && name.endsWith(ENDING);
                    })
                    .max(Comparator.naturalOrder());
        }
    }

    @Override
    public synchronized Capture record(Ask ask, Exchange exchange) {
        try {
            var current = current();
            var records = WarcRecords.of(ask, exchange, current.name());
            append(current, records.bytes());
            return records.capture();
        } catch (IOException e) {
            throw new UncheckedIOException("the archive %s cannot be written".formatted(folder), e);
        }
    }

    /**
     * Brings everything that was recorded to the disk.
     *
     * @throws UncheckedIOException if that fails; then what was recorded must not be built upon
     */
    public synchronized void flush() {
        try {
            if (file != null) {
                file.channel().force(false);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the archive %s cannot be brought to the disk".formatted(folder), e);
        }
    }

    private File current() throws IOException {
        var current = file;
        if (current != null && current.channel().position() < FULL) {
            return current;
        }
        if (current != null) {
            close(current);
        }
        var fresh = begin();
        file = fresh;
        return fresh;
    }

    private File begin() throws IOException {
        var time = TIME.format(clock.instant());
        int number = 0;
        String name;
        do {
            name = "%s%s-%05d%s".formatted(PREFIX, time, number++, ENDING);
        } while (Files.exists(folder.resolve(name)));
        var begun = new File(
                name, FileChannel.open(folder.resolve(name), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
        append(begun, WarcRecords.info(name, software, clock.instant()));
        try (var directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
        return begun;
    }

    private void append(File to, byte[] bytes) throws IOException {
        long start = to.channel().position();
        try {
            var buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                to.channel().write(buffer);
            }
        } catch (IOException e) {
            // Half a record in the middle would hide all that follow; the next one begins a new file.
            file = null;
            try (var broken = to.channel()) {
                broken.truncate(start);
            }
            throw e;
        }
    }

    private void close(File done) throws IOException {
        file = null;
        try (var channel = done.channel()) {
            channel.force(true);
        }
    }

    /** Flushes and ends the current file. */
    @Override
    public synchronized void close() {
        try {
            if (file != null) {
                close(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the archive %s cannot be closed".formatted(folder), e);
        }
    }
}
