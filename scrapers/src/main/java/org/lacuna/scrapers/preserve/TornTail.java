package org.lacuna.scrapers.preserve;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** What a crash left at the end of a file of gzip members (RFC 1952): a member that does not end. */
final class TornTail {

    private static final int HEADER = 10;
    private static final int TRAILER = 8;

    private TornTail() {}

    /**
     * Cuts it off and puts it beside the file, since what is evidence is never thrown away; a file with nothing whole in
     * it goes.
     *
     * @return where the tail is kept; empty if there is none
     */
    static Optional<Path> cutOff(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long size = channel.size();
            long whole = whole(channel, size);
            if (whole == size && size > 0) {
                return Optional.empty();
            }
            var kept = file.resolveSibling(file.getFileName() + ".torn");
            try (var tail = FileChannel.open(
                    kept, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                for (long at = whole; at < size; ) {
                    at += channel.transferTo(at, size - at, tail);
                }
                tail.force(true);
            }
            channel.truncate(whole).force(true);
            if (whole == 0) {
                Files.delete(file);
            }
            return Optional.of(kept);
        }
    }

    private static long whole(FileChannel channel, long size) throws IOException {
        var bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, size).order(ByteOrder.LITTLE_ENDIAN);
        int whole = 0;
        try (var inflater = new Inflater(true)) {
            while (bytes.remaining() >= HEADER + TRAILER && isMember(bytes, inflater)) {
                whole = bytes.position();
            }
        }
        return whole;
    }

    /** Whether a whole member begins here; then the position is behind it. */
    private static boolean isMember(ByteBuffer bytes, Inflater inflater) {
        int start = bytes.position();
        boolean plain =
                bytes.getShort(start) == (short) 0x8B1F && bytes.get(start + 2) == 8 && bytes.get(start + 3) == 0;
        if (!plain) {
            return false;
        }
        inflater.reset();
        inflater.setInput(bytes.position(start + HEADER));
        var crc = new CRC32();
        var out = new byte[64 * 1024];
        try {
            while (!inflater.finished()) {
                int count = inflater.inflate(out);
                if (count == 0 && !inflater.finished()) {
                    return false;
                }
                crc.update(out, 0, count);
            }
        } catch (DataFormatException damaged) {
            return false;
        }
        return bytes.remaining() >= TRAILER
                && bytes.getInt() == (int) crc.getValue()
                && bytes.getInt() == (int) inflater.getBytesWritten();
    }
}
