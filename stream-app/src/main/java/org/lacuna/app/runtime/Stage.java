package org.lacuna.app.runtime;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A stage that runs: a Kafka Streams application of its own, on exactly_once_v2. A record that cannot be read goes to
 * the dead letters with the reason, and the next one flows.
 */
public final class Stage implements AutoCloseable {

    /** Application and group ids begin with it: {@code lacuna.compare}. */
    static final String PREFIX = "lacuna.";

    private static final Logger LOG = LoggerFactory.getLogger(Stage.class);
    private static final int SESSION_MILLIS = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String name;
    private final KafkaStreams streams;
    private final AtomicReference<Throwable> fault;

    private Stage(String name, KafkaStreams streams, AtomicReference<Throwable> fault) {
        this.name = name;
        this.streams = streams;
        this.fault = fault;
    }

    /**
     * Starts a stage.
     *
     * @param name name of the stage; its application id is {@code lacuna.} and the name
     * @param topology what it does
     * @param client how to reach the cluster
     * @param state folder for the state of all stages
     */
    public static Stage start(String name, Topology topology, Map<String, Object> client, Path state) {
        var config = new Properties();
        config.putAll(client);
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, PREFIX + name);
        config.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        config.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        config.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, UnreadableRecords.class);
        config.put(UnreadableRecords.STAGE, name);
        config.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
        // A killed member is missed after this, and the one that was started in its place goes on.
        config.put(StreamsConfig.consumerPrefix("session.timeout.ms"), SESSION_MILLIS);
        var streams = new KafkaStreams(topology, config);
        var fault = new AtomicReference<Throwable>();
        streams.setUncaughtExceptionHandler(e -> {
            fault.compareAndSet(null, e);
            LOG.error("the stage {} stopped by a fault; what it had finished is kept", name, e);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
        streams.start();
        return new Stage(name, streams, fault);
    }

    /** Whether it works, or shares out its work anew: neither stopped nor stopped by a fault. */
    public boolean isRunning() {
        return streams.state().isRunningOrRebalancing();
    }

    /** Why it stopped by itself, in one line; empty where it did not. */
    public Optional<String> fault() {
        return Optional.ofNullable(fault.get()).map(e -> "the stage %s stopped: %s".formatted(name, rootOf(e)));
    }

    private static Throwable rootOf(Throwable e) {
        return e.getCause() == null ? e : rootOf(e.getCause());
    }

    /** Finishes what it holds and stops. */
    @Override
    public void close() {
        // Who leaves the group is not waited for by the next one that starts.
        var leave = CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
                .withTimeout(PATIENCE);
        if (!streams.close(leave)) {
            LOG.warn("the stage {} did not stop within {}; its last transaction will be taken back", name, PATIENCE);
        }
    }
}
