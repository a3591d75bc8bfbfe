package org.lacuna.app.lexicon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Everyday words of English and Chinese with their usual renderings: what an aligner knows before it has read a text.
 * Immutable and thread-safe; the list inside the program is read when it is first asked for.
 */
public final class WordList {

    private static final String SHIPPED = "/words/en-zh.tsv";
    private static final Set<String> CHINESE = Set.of("zh", "yue", "cmn", "lzh");

    private final List<Entry> entries;
    private final Map<String, List<String>> byWord = new HashMap<>();

    /**
     * A word and its renderings.
     *
     * @param english lower-case word or short expression
     * @param chinese renderings in Simplified characters, likeliest first
     */
    public record Entry(String english, List<String> chinese) {
        /** Copies the list. */
        public Entry {
            chinese = List.copyOf(chinese);
        }
    }

    private WordList(List<Entry> entries) {
        this.entries = List.copyOf(entries);
        this.entries.forEach(entry -> byWord.put(entry.english(), entry.chinese()));
    }

    /** Holds the shipped list; loaded on first use. */
    private static final class Shipped {
        private static final WordList LIST = load();

        private static WordList load() {
            try (InputStream in = WordList.class.getResourceAsStream(SHIPPED)) {
                if (in == null) {
                    throw new IllegalStateException(SHIPPED + " is not on the class path");
                }
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
                return read(SHIPPED.substring(1), reader.lines().toList());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The list inside the program. */
    public static WordList shipped() {
        return Shipped.LIST;
    }

    /** A list without words. */
    public static WordList none() {
        return new WordList(List.of());
    }

    /**
     * A list from lines: an English word, a tab, Chinese renderings with slashes between them.
     *
     * @param name what the file is called in an error
     * @throws LexiconException if a line is otherwise; names file, line and column
     */
    public static WordList read(String name, List<String> lines) {
        var entries = new ArrayList<Entry>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int tab = line.indexOf('\t');
            if (tab <= 0 || tab == line.length() - 1 || line.indexOf('\t', tab + 1) >= 0) {
                throw new LexiconException(
                        name, i + 1, Math.max(1, tab + 1), "expected an English word, one tab and Chinese renderings");
            }
            var renderings = List.of(line.substring(tab + 1).split("/", -1));
            if (renderings.contains("")) {
                throw new LexiconException(name, i + 1, tab + 2, "a rendering is empty");
            }
            entries.add(new Entry(line.substring(0, tab), renderings));
        }
        return new WordList(entries);
    }

    /** Whether the list says anything of two languages, in either order; BCP 47 tags. */
    public boolean knows(String one, String other) {
        return (isEnglish(one) && isChinese(other)) || (isChinese(one) && isEnglish(other));
    }

    /** Whether the words of the list come in the order of the two languages: English first. */
    public static boolean isEnglish(String language) {
        return primary(language).equals("en");
    }

    private static boolean isChinese(String language) {
        return CHINESE.contains(primary(language));
    }

    private static String primary(String language) {
        return Locale.forLanguageTag(language).getLanguage();
    }

    /** How an English word is rendered, in the singular too where it is a plural; none where it is not in the list. */
    public List<String> renderings(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        String singular = lower.endsWith("s") ? lower.substring(0, lower.length() - 1) : lower;
        return byWord.getOrDefault(lower, byWord.getOrDefault(singular, List.of()));
    }

    /** All entries, in the order of the list. */
    public List<Entry> entries() {
        return entries;
    }
}
