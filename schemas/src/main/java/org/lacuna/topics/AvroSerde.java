package org.lacuna.topics;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.lacuna.schema.Alert;

/**
 * Avro's single-object encoding: two marker bytes, the fingerprint of the writer's schema, the record. Every schema
 * version that was ever published is in the jar, so each record can be read whatever version wrote it.
 *
 * <p>A null value is a Kafka tombstone and stays null. What cannot be read is a {@link SerializationException} that says
 * why; the stages turn it into a dead letter. Safe for use by many threads.
 *
 * <p>Source: Apache Avro specification 1.12, "Single-object encoding".
 *
 * @param <T> type of the records
 */
public final class AvroSerde<T extends SpecificRecord> implements Serde<T> {

    static {
        // Avro makes instances only of classes that it was told to trust: ours are the generated ones and no other.
        var generated = Alert.class.getPackageName();
        ClassSecurityValidator.setGlobal(
                ClassSecurityValidator.composite(ClassSecurityValidator.getGlobal(), type -> type.getPackageName()
                        .equals(generated)));
    }

    private final Schema schema;
    private final BinaryMessageEncoder<T> encoder;
    private final BinaryMessageDecoder<T> decoder;

    private AvroSerde(Schema schema, SpecificData model, List<Schema> published) {
        this.schema = schema;
        this.encoder = new BinaryMessageEncoder<>(model, schema);
        this.decoder = new BinaryMessageDecoder<>(model, schema);
        published.forEach(decoder::addSchema);
    }

    /** The serde of a generated record class. */
    public static <T extends SpecificRecord> AvroSerde<T> of(Class<T> type) {
        return of(type, PublishedSchemas.of(type.getSimpleName()));
    }

    /** The serde of a generated record class that reads what was written with any of the schemas given. */
    static <T extends SpecificRecord> AvroSerde<T> of(Class<T> type, List<Schema> published) {
        var model = SpecificData.getForClass(type);
        return new AvroSerde<>(model.getSchema(type), model, published);
    }

    /** The schema that records are written with. */
    public Schema schema() {
        return schema;
    }

    @Override
    public Serializer<T> serializer() {
        return (topic, value) -> write(value);
    }

    @Override
    public Deserializer<T> deserializer() {
        return (topic, bytes) -> read(topic, bytes);
    }

    private byte @Nullable [] write(@Nullable T value) {
        if (value == null) {
            return null;
        }
        try {
            ByteBuffer buffer = encoder.encode(value);
            var bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (IOException | AvroRuntimeException e) {
            throw new SerializationException("cannot write a " + schema.getName() + ": " + e.getMessage(), e);
        }
    }

    private @Nullable T read(String topic, byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        try {
            return decoder.decode(bytes);
        } catch (IOException | RuntimeException e) {
            throw new SerializationException(
                    "%s: not a readable %s (%d bytes): %s"
                            .formatted(topic, schema.getName(), bytes.length, e.getMessage()),
                    e);
        }
    }
}
