package org.lacuna.app.runtime;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
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

    private static final Logger LOG = LoggerFactory.getLogger(Stage.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String name;
    private final KafkaStreams streams;

    private Stage(String name, KafkaStreams streams) {
        this.name = name;
        this.streams = streams;
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
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "lacuna." + name);
        config.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        config.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        config.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, UnreadableRecords.class);
        config.put(UnreadableRecords.STAGE, name);
        config.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
        var streams = new KafkaStreams(topology, config);
        streams.setUncaughtExceptionHandler(e -> {
            LOG.error("the stage {} stopped by a fault; what it had finished is kept", name, e);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
        streams.start();
        return new Stage(name, streams);
    }

    /** Whether it works: not starting, not stopped, not stopped by a fault. */
    public boolean isRunning() {
        return streams.state() == KafkaStreams.State.RUNNING;
    }

    /** Finishes what it holds and stops. */
    @Override
    public void close() {
        if (!streams.close(PATIENCE)) {
            LOG.warn("the stage {} did not stop within {}; its last transaction will be taken back", name, PATIENCE);
        }
    }
}
