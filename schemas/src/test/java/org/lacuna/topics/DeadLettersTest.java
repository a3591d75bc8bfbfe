package org.lacuna.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.lacuna.schema.DeadLetter;

class DeadLettersTest {

    @Test
    void aRecordIsKeptAsItWas() {
        var letter = letter(new byte[] {1}, new byte[] {2, 3});

        assertThat(letter.getReason()).isEqualTo("no");
        assertThat(letter.getKey()).contains(ByteBuffer.wrap(new byte[] {1}));
        assertThat(letter.getValue()).contains(ByteBuffer.wrap(new byte[] {2, 3}));
    }

    @Test
    void aRecordTooLongForALetterIsNamedButNotEnclosed() {
        var letter = letter(new byte[] {1}, new byte[512 * 1024]);

        assertThat(letter.getReason())
                .isEqualTo("no (its key and value, 524289 bytes, are too long to be enclosed; they stay on t)");
        assertThat(letter.getKey()).isEmpty();
        assertThat(letter.getValue()).isEmpty();
        assertThat(letter.getId()).isEqualTo("t/1/7");
    }

    private static DeadLetter letter(byte[] key, byte[] value) {
        var sent = DeadLetters.of("compare", new ConsumerRecord<>("t", 1, 7L, key, value), "no");
        assertThat(new String(sent.key(), StandardCharsets.UTF_8)).isEqualTo("t/1/7");
        return Topics.DEAD_LETTERS.values().deserializer().deserialize(sent.topic(), sent.value());
    }
}
