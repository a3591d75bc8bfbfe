package org.lacuna.scrapers.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;

class StringTableReaderTest {

    @Test
    void nestedKeysAndIndicesAreJoinedAndNumbersLeftOut() {
        var read = (Extracted.Ok)
                StringTableReader.read("{\"ui\": {\"ok\": \"Go\", \"n\": 3}, \"lines\": [\"a\", \"b\"]}");

        assertThat(read.sections().getFirst().passages())
                .extracting(p -> p.getKey().orElseThrow(), p -> p.getText())
                .containsExactly(tuple("ui.ok", "Go"), tuple("lines.0", "a"), tuple("lines.1", "b"));
    }

    @Test
    void aKeyThatStandsTwiceIsKeptTwice() {
        var read = (Extracted.Ok) StringTableReader.read("{\"a\": \"1\", \"a\": \"2\"}");

        assertThat(read.sections().getFirst().passages()).hasSize(2);
    }

    @Test
    void brokenJsonIsUnreadableWithLineAndColumn() {
        var read = (Extracted.Unreadable) StringTableReader.read("{\"a\": \"1\",\n \"b\": }");

        assertThat(read.why()).contains("line 2", "column");
    }
}
