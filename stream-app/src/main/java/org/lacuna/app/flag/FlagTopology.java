package org.lacuna.app.flag;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.lacuna.app.flag.engine.Flagger;
import org.lacuna.schema.Finding;
import org.lacuna.topics.Topics;

/** Changes in, findings out; what cannot be read becomes a dead letter. */
public final class FlagTopology {

    /**
     * What the stage needs of its Kafka client, to be laid over the cluster's settings. A change may wait for the models
     * to load and then for the longest reading of a text: the consumer takes few changes at a time, so that it asks for
     * more before the group thinks it dead, and a transaction that one change began outlives the reading of the next
     * ones. Ten minutes stay below the fifteen that a broker allows.
     */
    public static final Map<String, Object> SETTINGS = Map.of(
            StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG),
            20,
            StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG),
            (int) Duration.ofMinutes(15).toMillis(),
            StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
            (int) Duration.ofMinutes(10).toMillis());

    static final String FINDINGS = "flag.findings-by-change";

    static final String WRITE_FINDINGS = "flag.write-findings";
    static final String WRITE_DEAD_LETTERS = "flag.write-dead-letters";

    private static final String READ = "flag.read-changes";
    private static final String ANNOTATE = "flag.annotate";

    private FlagTopology() {}

    /**
     * The whole story of the stage.
     *
     * @param flagger reads a change; whoever makes it has its models warmed in the background, and what arrives in the
     *     meantime waits for them
     */
    public static Topology build(Flagger flagger) {
        var life = new LifeOfFindings(flagger);
        return new Topology()
                .addSource(
                        READ,
                        Topics.CHANGES.keys().deserializer(),
                        Topics.CHANGES.values().deserializer(),
                        Topics.CHANGES.name())
                .addProcessor(ANNOTATE, () -> new FlagProcessor(life), READ)
                .addStateStore(store(), ANNOTATE)
                .addSink(
                        WRITE_FINDINGS,
                        Topics.FINDINGS.name(),
                        Topics.FINDINGS.keys().serializer(),
                        Topics.FINDINGS.values().serializer(),
                        ANNOTATE)
                .addSink(
                        WRITE_DEAD_LETTERS,
                        Topics.DEAD_LETTERS.name(),
                        Topics.DEAD_LETTERS.keys().serializer(),
                        Topics.DEAD_LETTERS.values().serializer(),
                        ANNOTATE);
    }

    private static StoreBuilder<KeyValueStore<String, Finding>> store() {
        return Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(FINDINGS), Serdes.String(), Topics.FINDINGS.values())
                .withCachingDisabled();
    }
}
