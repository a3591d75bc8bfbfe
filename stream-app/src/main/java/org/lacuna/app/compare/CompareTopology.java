package org.lacuna.app.compare;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.lacuna.app.compare.engine.Comparer;
import org.lacuna.schema.PairReading;
import org.lacuna.topics.AvroSerde;
import org.lacuna.topics.Topics;

/** Snapshots in, comparisons and changes out; what cannot be read becomes a dead letter. */
public final class CompareTopology {

    static final String WRITE_COMPARISONS = "compare.write-comparisons";
    static final String WRITE_CHANGES = "compare.write-changes";

    static final String WRITE_DEAD_LETTERS = "compare.write-dead-letters";

    private static final String READ = "compare.read-snapshots";
    private static final String ALIGN = "compare.align";

    private CompareTopology() {}

    /**
     * The whole story of the stage.
     *
     * @param plan which markets are held against which
     */
    public static Topology build(MarketPlan plan) {
        var comparer = new Comparer();
        return new Topology()
                .addSource(
                        READ,
                        Topics.SNAPSHOTS.keys().deserializer(),
                        Topics.SNAPSHOTS.values().deserializer(),
                        Topics.SNAPSHOTS.name())
                .addProcessor(ALIGN, () -> new CompareProcessor(plan, comparer), READ)
                .addStateStore(store(Shelf.SECTIONS, Topics.SNAPSHOTS.values()), ALIGN)
                .addStateStore(store(Shelf.SNAPSHOTS, Topics.SNAPSHOTS.values()), ALIGN)
                .addStateStore(store(Shelf.CHANGES, Topics.CHANGES.values()), ALIGN)
                .addStateStore(store(Shelf.READINGS, AvroSerde.of(PairReading.class)), ALIGN)
                .addSink(
                        WRITE_COMPARISONS,
                        Topics.COMPARISONS.name(),
                        Topics.COMPARISONS.keys().serializer(),
                        Topics.COMPARISONS.values().serializer(),
                        ALIGN)
                .addSink(
                        WRITE_CHANGES,
                        Topics.CHANGES.name(),
                        Topics.CHANGES.keys().serializer(),
                        Topics.CHANGES.values().serializer(),
                        ALIGN)
                .addSink(
                        WRITE_DEAD_LETTERS,
                        Topics.DEAD_LETTERS.name(),
                        Topics.DEAD_LETTERS.keys().serializer(),
                        Topics.DEAD_LETTERS.values().serializer(),
                        ALIGN);
    }

    private static <V extends SpecificRecord> StoreBuilder<KeyValueStore<String, V>> store(
            String name, AvroSerde<V> values) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), values)
                .withCachingDisabled();
    }
}
