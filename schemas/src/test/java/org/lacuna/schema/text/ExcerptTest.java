package org.lacuna.schema.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {

    @Test
    void aShortTextStaysAsItIs() {
        assertThat(Excerpt.start("ferry", 5)).isEqualTo("ferry");
        assertThat(Excerpt.end("ferry", 5)).isEqualTo("ferry");
    }

    @Test
    void aLongOneIsVisiblyCut() {
        assertThat(Excerpt.start("ferryman", 5)).isEqualTo("ferr…");
        assertThat(Excerpt.end("ferryman", 5)).isEqualTo("…yman");
    }

    @Test
    void noCharacterIsCutInTwo() {
        assertThat(Excerpt.start("a𠮷𠮷𠮷", 5)).isEqualTo("a𠮷…");
        assertThat(Excerpt.end("𠮷𠮷𠮷a", 5)).isEqualTo("…𠮷a");
    }
}
