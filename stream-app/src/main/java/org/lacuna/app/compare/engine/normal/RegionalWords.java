package org.lacuna.app.compare.engine.normal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Words that Taiwan and the mainland write with other characters for the same thing, such as 軟體 and 软件: the Taiwan
 * word, in Simplified characters, is read as the mainland's. Thread-safe; the table is read once, when the first Chinese
 * text is met. Source: OpenCC's dictionary of phrases as shipped with opencc4j, and an own list
 * of names.
 */
final class RegionalWords {

    private static final String DICTIONARY = "/data/dictionary/TWPhrases.txt";
    private static final String OWN = "/words/regional.tsv";

    private RegionalWords() {}

    /** Holds the table; loaded on first use. */
    private static final class Table {
        private static final Map<String, String> WORDS = new HashMap<>();
        private static final boolean[] FIRST = new boolean[Character.MAX_VALUE + 1];
        private static int longest;

        static {
            for (String[] words : lines(DICTIONARY)) {
                for (int i = 1; i < words.length; i++) {
                    add(words[i], words[0]);
                }
            }
            lines(OWN).forEach(words -> add(words[0], words[1]));
        }

        private static List<String[]> lines(String dictionary) {
            try (InputStream in = RegionalWords.class.getResourceAsStream(dictionary)) {
                if (in == null) {
                    throw new IllegalStateException("dictionary " + dictionary + " is not on the class path");
                }
                return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                        .lines()
                        .map(line -> line.strip().split("\\s+", -1))
                        .filter(words -> words.length > 1)
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Words of one character mean too much else. */
        private static void add(String regional, String mainland) {
            String theirs = folded(regional);
            String ours = folded(mainland);
            if (theirs.length() > 1 && ours.length() > 1 && isHan(theirs) && isHan(ours) && !theirs.equals(ours)) {
                WORDS.putIfAbsent(theirs, ours);
                FIRST[theirs.charAt(0)] = true;
                longest = Math.max(longest, theirs.length());
            }
        }

        private static String folded(String word) {
            var out = new StringBuilder();
            word.codePoints().map(HanScript::simplified).forEach(out::appendCodePoint);
            return out.toString();
        }

        private static boolean isHan(String word) {
            return word.chars().allMatch(Character::isIdeographic);
        }
    }

    /** Whether a folded character may begin such a word. */
    static boolean mayBegin(int character) {
        return character >= 0x3400 && character <= Character.MAX_VALUE && Table.FIRST[character];
    }

    /** How long the longest of them is, in characters. */
    static int longest() {
        return Table.longest;
    }

    /** The mainland's word for a folded word; the word itself where there is no other. */
    static String mainland(String word) {
        return Table.WORDS.getOrDefault(word, word);
    }
}
