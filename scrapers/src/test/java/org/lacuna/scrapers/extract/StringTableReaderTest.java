package org.lacuna.scrapers.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lacuna.scrapers.extract.Reading.keyed;
import static org.lacuna.scrapers.extract.Reading.why;

import org.junit.jupiter.api.Test;
import org.lacuna.schema.PassageKind;

class StringTableReaderTest {

    @Test
    void nestedKeysAndIndexesAreJoined() {
        var read = read(
                """
                {"menu": {"start": "Begin", "items": ["Salt", {"name": "Rope"}]}, "end": "Farewell"}""");

        assertThat(keyed(read))
                .containsExactly("menu.start=Begin", "menu.items.0=Salt", "menu.items.1.name=Rope", "end=Farewell");
        assertThat(Reading.passages(read)).allMatch(passage -> passage.getKind() == PassageKind.ENTRY);
        assertThat(Reading.names(read)).containsExactly("");
    }

    @Test
    void numbersAndTruthValuesArePassedOver() {
        assertThat(keyed(read("{\"a\": 1, \"b\": true, \"c\": null, \"d\": \"kept\"}")))
                .containsExactly("d=kept");
    }

    @Test
    void aKeyThatStandsTwiceIsKeptTwiceAndAnEmptiedStringStays() {
        assertThat(keyed(read("{\"a\": \"one\", \"a\": \"two\", \"b\": \"\"}")))
                .containsExactly("a=one", "a=two", "b=");
    }

    @Test
    void malformedJsonNamesLineAndColumn() {
        assertThat(why(read("{\n  \"a\": \"one\",\n  \"b\": oops\n}"))).startsWith("t.json, line 3, column ");
        assertThat(why(read("{\"a\": \"one\""))).startsWith("t.json, line 1, column ");
    }

    @Test
    void aTableWithoutStringsIsUnreadable() {
        assertThat(why(read("{\"a\": 1}"))).contains("holds no strings");
    }

    private static Extracted read(String json) {
        return StringTableReader.read(json, "t.json");
    }
}
