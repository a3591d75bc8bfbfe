package org.lacuna.topics;

import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * A topic: its name, what its keys mean, the type of its values, and how the broker keeps it.
 *
 * @param <V> type of the values
 * @param name name on the broker
 * @param key what the key is, for people: keys are UTF-8 strings
 * @param values serde of the values
 * @param partitions number of partitions; fixed for the life of the topic
 * @param keeping how the broker keeps the records
 */
public record Topic<V extends SpecificRecord>(
        String name, String key, AvroSerde<V> values, int partitions, Keeping keeping) {

    /** How the broker keeps records. */
    public enum Keeping {
        /** Every record, for ever: what was concluded can be read again from the start. */
        FOR_EVER,
        /** Every record for ninety days. */
        NINETY_DAYS,
        /** The last record of each key. */
        LAST_OF_EACH_KEY,
        /**
         * The last record of each key, on disk before it is acknowledged: what a person said cannot be derived from
         * anything else, and a broker that stands alone does not flush by itself.
         */
        WHAT_PEOPLE_SAY;

        /** The topic's configuration on the broker, by Kafka's names; immutable. */
        public Map<String, String> config() {
            return switch (this) {
                case FOR_EVER -> Map.of("cleanup.policy", "delete", "retention.ms", "-1", "retention.bytes", "-1");
                case NINETY_DAYS -> Map.of("cleanup.policy", "delete", "retention.ms", "7776000000");
                case LAST_OF_EACH_KEY -> Map.of("cleanup.policy", "compact");
                case WHAT_PEOPLE_SAY -> Map.of("cleanup.policy", "compact", "flush.messages", "1");
            };
        }
    }

    /** Serde of the keys. */
    public Serde<String> keys() {
        return Serdes.String();
    }

    /** Name of the type of the values, as its schema has it. */
    public String type() {
        return values.schema().getFullName();
    }
}
