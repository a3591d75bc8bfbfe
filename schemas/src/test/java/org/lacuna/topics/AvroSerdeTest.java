package org.lacuna.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.lacuna.schema.Medium;
import org.lacuna.schema.Passage;
import org.lacuna.schema.PassageKind;
import org.lacuna.schema.SectionPart;
import org.lacuna.schema.SnapshotRecord;
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
        var out = new ByteArrayOutputStream();
        out.write(0xC3);
        out.write(0x01);
        out.write(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(SchemaNormalization.parsingFingerprint64(schema))
                .array());
        var encoder = EncoderFactory.get().binaryEncoder(out, null);
        new GenericDatumWriter<GenericRecord>(schema).write(record, encoder);
        encoder.flush();

        // When, then
        assertThatThrownBy(() -> Topics.CHANGES.values().deserializer().deserialize("t", out.toByteArray()))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void timesKeepTheirMilliseconds() {
        var serde = Topics.SOURCE_FAULTS.values();
        var at = Instant.parse("2026-03-04T05:06:07.089Z");
        var fault = new org.lacuna.schema.SourceFault(
                "i", "s", "r", "u", org.lacuna.schema.FaultKind.DOWN, "http.404", "says", at, null);

        assertThat(serde.deserializer()
                        .deserialize("t", serde.serializer().serialize("t", fault))
                        .getAt())
                .isEqualTo(at);
    }
}
