package org.lacuna.app.history;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.errors.SerializationException;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.lacuna.topics.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what the stages say into the database. Each batch of rows and the positions it was read up to are one
 * transaction, so that every record is in the rows exactly once, whenever the program ends. What the database or the
 * cluster cannot do stops the writer, with nothing of the batch kept; the next start goes on from there.
 *
 * <p>Works on a thread of its own; one writer of a file at a time, {@link Archive} reads beside it.
 */
public final class HistoryWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryWriter.class);

    private final Database database;
    private final Map<String, Object> client;
    private final DeadLetterBox deadLetters;
    private final Thread thread;
    private volatile boolean stopping;
    private volatile @Nullable String fault;

    private HistoryWriter(Database database, Map<String, Object> client) {
        this.database = database;
        this.client = Map.copyOf(client);
        this.deadLetters = new DeadLetterBox(client);
        this.thread = Thread.ofPlatform().name("history").unstarted(this::run);
    }

    /**
     * Starts writing, from where the rows end.
     *
     * @param database the SQLite file, made and migrated where it is missing
     * @param client how to reach the cluster, where the topics are: {@code bootstrap.servers} and whatever it asks for
     * @throws UnusableDatabaseException if the file cannot be written or is no archive
     */
    public static HistoryWriter start(Path database, Map<String, Object> client) {
        var writer = new HistoryWriter(Database.open(database), client);
        writer.thread.start();
        return writer;
    }

    /** Every topic that is kept. */
    public static List<Topic<?>> topics() {
        return Intake.ALL.values().stream().<Topic<?>>map(Intake::topic).toList();
    }

    /** Whether it still writes. */
    public boolean isRunning() {
        return thread.isAlive() && fault == null;
    }

    /** Why it stopped, and what to do, in one line; empty where it did not or was closed. */
    public Optional<String> fault() {
        return Optional.ofNullable(fault);
    }

    private void run() {
        try (var reader = new TopicReader(client, database.jdbi().withHandle(Positions::read))) {
            while (!stopping) {
                write(reader, reader.poll());
            }
        } catch (RuntimeException | Error e) { // whatever it is, health must say so
            fault = "the history stopped (%s): nothing is lost; mend that and start again"
                    .formatted(Database.reason(e));
            LOG.error("{}", fault, e);
        }
    }

    private void write(TopicReader reader, ConsumerRecords<byte[], byte[]> records) {
        var moved = reader.moved(records);
        if (moved.isEmpty()) {
            return;
        }
        database.jdbi().useTransaction(handle -> {
            Positions.write(handle, moved); // first, so that the transaction begins as one that writes
            records.forEach(record -> write(handle, record));
            deadLetters.flush();
        });
        reader.passed(moved);
    }

    private void write(Handle handle, ConsumerRecord<byte[], byte[]> record) {
        try {
            Intake.of(record.topic()).write(handle, record.key(), record.value());
        } catch (SerializationException e) {
            deadLetters.put(record, String.valueOf(e.getMessage()));
        }
    }

    /** Finishes the batch and ends. Safe to call again. */
    @Override
    public void close() {
        stopping = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        deadLetters.close();
        database.close();
    }
}
