package org.lacuna.app.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The SQLite file, migrated to the newest schema. Readers do not wait for the writer, nor it for them (write-ahead log);
 * what was committed is on the disk ({@code synchronous=FULL}). Safe for use by many threads: each takes a connection of
 * its own.
 */
final class Database implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Jdbi jdbi;
    /** Whoever closes the last connection of all folds the log into the file; this one keeps readers from doing so. */
    private final Handle anchor;

    private Database(Jdbi jdbi, Handle anchor) {
        this.jdbi = jdbi;
        this.anchor = anchor;
    }

    /**
     * Opens the file, made where it is missing.
     *
     * @throws UnusableDatabaseException if it cannot be written, is no database or is of another version of Lacuna
     */
    static Database open(Path file) {
        try {
            var source = source(file);
            migrate(source);
            var jdbi = Jdbi.create(source);
            return new Database(jdbi, jdbi.open());
        } catch (FlywayValidateException e) {
            throw new UnusableDatabaseException(
                    "%s was written by another version of Lacuna: use that one, or give another folder".formatted(file),
                    e);
        } catch (IOException | FlywayException | JdbiException e) {
            throw new UnusableDatabaseException(
                    "%s cannot be used (%s): mend that, or give another folder".formatted(file, reason(e)), e);
        }
    }

    Jdbi jdbi() {
        return jdbi;
    }

    private static SQLiteDataSource source(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(Math.toIntExact(PATIENCE.toMillis()));
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        return source;
    }

    /** One at a time: SQLite gives Flyway no lock to keep two from making the tables. */
    private static synchronized void migrate(SQLiteDataSource source) {
        Flyway.configure()
                .loggers("slf4j")
                .dataSource(source)
                .locations("classpath:db/migration")
                .ignoreMigrationPatterns(new String[0]) // what a later version made is not ours to write into
                .placeholders(Map.of("bytes", "blob"))
                .load()
                .migrate();
    }

    /** What lies beneath an exception, in one line. */
    static String reason(Throwable e) {
        var root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        var message = root.getMessage();
        return message == null || message.isBlank()
                ? root.toString()
                : message.strip().lines().findFirst().orElseThrow();
    }

    @Override
    public void close() {
        anchor.close();
    }
}
