package org.lacuna.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.lacuna.schema.FaultKind;
import org.lacuna.schema.Medium;
import org.lacuna.schema.Passage;
import org.lacuna.schema.PassageKind;
import org.lacuna.schema.SectionPart;
import org.lacuna.schema.SnapshotRecord;
import org.lacuna.schema.SourceFault;
import org.lacuna.schema.Subscription;

class AvroSerdeTest {

    private static final Subscription SUBSCRIPTION =
            new Subscription("s1", "desk@paper.example", List.of(), List.of(Medium.FILM), List.of("CN"), 2, true);

    @Test
    void aRecordComesBackAsItWas() {
        // Given
        var passage = new Passage(PassageKind.CUE, "雨停了。", null, 1_000L, 2_500L);
        var record = new SnapshotRecord(new SectionPart("w", "h", 0, 1, List.of(passage)));
        var serde = Topics.SNAPSHOTS.values();

        // When
        var back = serde.deserializer().deserialize("t", serde.serializer().serialize("t", record));

        // Then
        assertThat(back).isEqualTo(record);
    }

    @Test
    void everyRecordNamesItsSchema() {
        // When
        var bytes = Topics.SUBSCRIPTIONS.values().serializer().serialize("t", SUBSCRIPTION);

        // Then
        assertThat(bytes).startsWith(0xC3, 0x01);
        assertThat(ByteBuffer.wrap(bytes, 2, 8).order(ByteOrder.LITTLE_ENDIAN).getLong())
                .isEqualTo(SchemaNormalization.parsingFingerprint64(
                        Topics.SUBSCRIPTIONS.values().schema()));
    }

    @Test
    void aTombstoneStaysNull() {
        var serde = Topics.SUBSCRIPTIONS.values();
        assertThat(serde.serializer().serialize("t", null)).isNull();
        assertThat(serde.deserializer().deserialize("t", null)).isNull();
    }

    @Test
    void bytesThatAreNoRecordAreRefusedWithTopicAndType() {
        assertThatThrownBy(() ->
                        Topics.CHANGES.values().deserializer().deserialize("lacuna.changes.v1", new byte[] {1, 2, 3}))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("lacuna.changes.v1")
                .hasMessageContaining("Change");
    }

    @Test
    void aRecordOfAnUnknownSchemaIsRefused() throws IOException {
        // Given
        var schema = new Schema.Parser()
                .parse("{\"type\":\"record\",\"name\":\"Other\",\"fields\":[{\"name\":\"a\",\"type\":\"string\"}]}");
        var record = new GenericData.Record(schema);
        record.put("a", "x");
        var bytes = written(record);

        // When, then
        assertThatThrownBy(() -> Topics.CHANGES.values().deserializer().deserialize("t", bytes))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void aRecordOfAnEarlierVersionIsReadWithTheDefaultsOfWhatItLacks() throws IOException {
        // Given: the first version knew neither that a subscription can end nor that it can be for some markets
        var current = Topics.SUBSCRIPTIONS.values().schema();
        var earlier = without(current, "active", "markets");
        var record = new GenericData.Record(earlier);
        record.put("id", "s1");
        record.put("mail", "desk@paper.example");
        record.put("topics", List.of());
        record.put(
                "media",
                List.of(new GenericData.EnumSymbol(
                        earlier.getField("media").schema().getElementType(), "FILM")));
        record.put("minLevel", 2);
        var serde = AvroSerde.of(Subscription.class, List.of(earlier, current));

        // When
        var read = serde.deserializer().deserialize("t", written(record));

        // Then
        assertThat(read)
                .isEqualTo(new Subscription(
                        "s1", "desk@paper.example", List.of(), List.of(Medium.FILM), List.of(), 2, true));
    }

    @Test
    void anOptionalFieldThatAnEarlierVersionLackedIsEmpty() throws IOException {
        // Given
        var current = Topics.SOURCE_FAULTS.values().schema();
        var optional = current.getFields().getLast().name();
        var earlier = without(current, optional);
        var at = Instant.parse("2026-03-04T05:06:07.089Z");
        var fault = new SourceFault("i", "s", "r", "u", FaultKind.DOWN, "http.404", "says", at, null);
        var record = new GenericData.Record(earlier);
        for (var field : earlier.getFields()) {
            record.put(field.name(), fault.get(field.name()));
        }
        record.put("kind", new GenericData.EnumSymbol(earlier.getField("kind").schema(), "DOWN"));
        record.put("at", at.toEpochMilli());
        var serde = AvroSerde.of(SourceFault.class, List.of(earlier, current));

        // When, then
        assertThat(serde.deserializer().deserialize("t", written(record))).isEqualTo(fault);
    }

    @Test
    void timesKeepTheirMilliseconds() {
        var serde = Topics.SOURCE_FAULTS.values();
        var at = Instant.parse("2026-03-04T05:06:07.089Z");
        var fault = new SourceFault("i", "s", "r", "u", FaultKind.DOWN, "http.404", "says", at, null);

        assertThat(serde.deserializer()
                        .deserialize("t", serde.serializer().serialize("t", fault))
                        .getAt())
                .isEqualTo(at);
    }

    private static Schema without(Schema schema, String... fields) {
        var kept = schema.getFields().stream()
                .filter(field -> !List.of(fields).contains(field.name()))
                .map(field -> new Schema.Field(field, field.schema()))
                .toList();
        return Schema.createRecord(schema.getName(), schema.getDoc(), schema.getNamespace(), false, kept);
    }

    private static byte[] written(GenericRecord record) throws IOException {
        return new BinaryMessageEncoder<GenericRecord>(GenericData.get(), record.getSchema())
                .encode(record)
                .array();
    }
}
