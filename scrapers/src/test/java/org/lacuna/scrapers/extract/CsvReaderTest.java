package org.lacuna.scrapers.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lacuna.scrapers.extract.Reading.keyed;
import static org.lacuna.scrapers.extract.Reading.why;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class CsvReaderTest {

    @Test
    void theFirstColumnIsTheKeyAndTheSecondTheText() {
        assertThat(keyed(read("menu.start,Begin\nmenu.end,\"Farewell, friend\"\nmenu.none,\n")))
                .containsExactly("menu.start=Begin", "menu.end=Farewell, friend", "menu.none=");
    }

    @Test
    void aLineThatNamesTheColumnsIsNoText() {
        assertThat(keyed(read("key;value\na;one\n"))).containsExactly("a=one");
        assertThat(keyed(read("text_code\ten\na\tone\n"))).containsExactly("a=one");
    }

    @Test
    void theColumnOfTheWantedLanguageIsRead() {
        String table = "id,en,zh_Hans,zh-Hant\na,salt,盐,鹽\n";

        assertThat(keyed(CsvReader.read(table, "a.csv", Optional.of("zh-Hant"))))
                .containsExactly("a=鹽");
        assertThat(keyed(CsvReader.read(table, "a.csv", Optional.of("zh")))).containsExactly("a=盐");
        assertThat(keyed(CsvReader.read(table, "a.csv", Optional.of("fr"))))
                .containsExactly("a.en=salt", "a.zh_Hans=盐", "a.zh-Hant=鹽");
    }

    @Test
    void quotedTextsMayRunOverLines() {
        assertThat(keyed(read("a,\"one\ntwo \"\"three\"\"\"\nb,four\n")))
                .containsExactly("a=one\ntwo \"three\"", "b=four");
    }

    @Test
    void aTableWithoutTextsSaysWhatIsExpected() {
        assertThat(why(read("only\nkeys\n"))).contains("holds no texts: expected lines with a key and a text");
    }

    @Test
    void anOpenQuoteIsAnErrorThatNamesTheFile() {
        assertThat(why(read("a,\"one\nb,two\n"))).startsWith("a.csv");
    }

    private static Extracted read(String text) {
        return CsvReader.read(text, "a.csv", Optional.empty());
    }
}
