package org.lacuna.app.compare.engine.normal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Folds Chinese characters of all regions to their Simplified form, one character at a time. Thread-safe; the table is
 * read once, when the first Chinese character is met. Source: OpenCC's dictionaries as shipped with opencc4j.
 */
public final class HanScript {

    private static final String DICTIONARIES = "/data/dictionary/";

    private HanScript() {}

    /** Holds the table; loaded on first use. */
    private static final class Table {
        private static final char[] SIMPLIFIED = load();

        private static char[] load() {
            var table = new char[Character.MAX_VALUE + 1];
            for (int c = 0; c < table.length; c++) {
                table[c] = (char) c;
            }
            read("TSCharacters.txt", table, false);
            read("HKVariants.txt", table, true);
            read("TWVariants.txt", table, true);
            // Forms that the dictionaries keep apart although editions use them for the same word.
            String kept = "著着妳你祂他牠它崙仑喫吃甚什纔才箇个獃呆佔占傢家儘尽噁恶搧扇貍狸劄札箚札柺拐枴拐锺钟鍾钟逕径谿溪袷夹遶绕衹只祗只祇只";
            for (int i = 0; i < kept.length(); i += 2) {
                table[kept.charAt(i)] = table[kept.charAt(i + 1)];
            }
            // A form may lead to another one; two steps reach the end of every chain.
            for (int step = 0; step < 2; step++) {
                for (int c = 0; c < table.length; c++) {
                    table[c] = table[table[c]];
                }
            }
            return table;
        }

        /** Reads lines "form, tab, other forms"; a variant takes the Simplified form of the standard one. */
        private static void read(String name, char[] table, boolean variants) {
            try (InputStream in = HanScript.class.getResourceAsStream(DICTIONARIES + name)) {
                if (in == null) {
                    throw new IllegalStateException("dictionary " + name + " is not on the class path");
                }
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    String[] parts = line.strip().split("\\s+", -1);
                    if (parts.length < 2 || parts[0].length() != 1 || parts[1].length() != 1) {
                        continue;
                    }
                    char from = parts[0].charAt(0);
                    // A character that is also its own form, such as 乾, takes the other one: both sides are folded.
                    boolean other = parts.length > 2 && parts[1].equals(parts[0]) && parts[2].length() == 1;
                    char to = parts[other ? 2 : 1].charAt(0);
                    if (!variants) {
                        table[from] = to;
                    } else if (table[to] == to) {
                        table[to] = table[from];
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The Simplified form of a code point; itself where it has none or lies outside the basic plane. */
    public static int simplified(int codePoint) {
        return codePoint < 0x2E80 || codePoint > Character.MAX_VALUE ? codePoint : Table.SIMPLIFIED[codePoint];
    }
}
