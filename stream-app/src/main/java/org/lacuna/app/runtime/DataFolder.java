package org.lacuna.app.runtime;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The folder that one running program keeps everything in: {@code broker/}, {@code streams/}, {@code archive/} and
 * {@code lacuna.db}. Held by a lock on {@code holder} as long as it is open, so that a second program on the same folder
 * is refused.
 */
public final class DataFolder implements AutoCloseable {

    /** What asking for a folder gave. */
    public sealed interface Answer {
        /**
         * It is ours.
         *
         * @param folder the folder, to be closed
         */
        record Held(DataFolder folder) implements Answer {}

        /**
         * It is not.
         *
         * @param why what is wrong and what to do, in one line
         */
        record Refused(String why) implements Answer {}
    }

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Makes the folder where it is missing and takes it, or says who has it. */
    public static Answer hold(Path path) {
        try {
            Files.createDirectories(path);
            var channel = FileChannel.open(
                    path.resolve("holder"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                return new Answer.Refused(
                        "%s is in use by process %s: stop it, or give another folder".formatted(path, holder(path)));
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
            return new Answer.Held(new DataFolder(path, channel));
        } catch (IOException e) {
            return new Answer.Refused("%s cannot be written (%s): give a folder that can".formatted(path, e));
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static String holder(Path path) throws IOException {
        var pid = Files.readString(path.resolve("holder")).strip();
        return pid.isEmpty() ? "(unknown)" : pid;
    }

    /** The broker's data. */
    public Path broker() {
        return path.resolve("broker");
    }

    /** State of the stages. */
    public Path streams() {
        return path.resolve("streams");
    }

    /** The web archive. */
    public Path archive() {
        return path.resolve("archive");
    }

    /** The database file. */
    public Path database() {
        return database(path);
    }

    /** The database file of a folder that need not be ours: it can be read while another program holds the folder. */
    public static Path database(Path folder) {
        return folder.resolve("lacuna.db");
    }

    /** Lets the folder go. */
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
