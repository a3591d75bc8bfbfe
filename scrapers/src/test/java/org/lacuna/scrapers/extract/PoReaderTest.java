package org.lacuna.scrapers.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lacuna.scrapers.extract.Reading.keyed;
import static org.lacuna.scrapers.extract.Reading.why;

import org.junit.jupiter.api.Test;

class PoReaderTest {

    @Test
    void aMessageIsKeyedByContextAndId() {
        var read = read(
                """
                msgid ""
                msgstr "Language: zh\\n"

                #: menu.c:12
                msgctxt "menu"
                msgid "Begin"
                msgstr "开始"

                msgid "Farewell, \\"friend\\""
                msgstr ""
                "再会，"
                "朋友"
                """);

        assertThat(keyed(read)).containsExactly("menu.Begin=开始", "Farewell, \"friend\"=再会，朋友");
    }

    @Test
    void whatIsNotTranslatedOrFuzzyShowsTheMessageItself() {
        var read = read(
                "msgid \"Salt\"\nmsgstr \"\"\n\n#, fuzzy\nmsgid \"Rope\"\nmsgstr \"绳\"\n\n#~ msgid \"Old\"\n#~ msgstr \"旧\"\n");

        assertThat(keyed(read)).containsExactly("Salt=Salt", "Rope=Rope");
    }

    @Test
    void pluralFormsAreEntriesOfTheirOwn() {
        var read = read("msgid \"%d boat\"\nmsgid_plural \"%d boats\"\nmsgstr[0] \"%d 条船\"\nmsgstr[1] \"\"\n");

        assertThat(keyed(read)).containsExactly("%d boat[0]=%d 条船", "%d boat[1]=%d boats");
    }

    @Test
    void messagesNeedNoBlankLineBetweenThem() {
        var read = read("msgid \"a\"\nmsgstr \"A\"\nmsgid \"b\"\nmsgstr \"B\"\n#, fuzzy\nmsgid \"c\"\nmsgstr \"C\"\n");

        assertThat(keyed(read)).containsExactly("a=A", "b=B", "c=c");
    }

    @Test
    void aLineThatIsNoneOfTheFormatsIsNamed() {
        assertThat(why(read("msgid \"a\"\nmsgstr A\n"))).startsWith("a.po, line 2: expected msgid");
        assertThat(why(read("\n"))).contains("holds no messages");
    }

    private static Extracted read(String text) {
        return PoReader.read(text, "a.po");
    }
}
