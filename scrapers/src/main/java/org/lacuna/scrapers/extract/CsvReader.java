package org.lacuna.scrapers.extract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.lacuna.schema.Passage;

/**
 * Reads string tables with separated values (CSV, TSV): the first column is the key, the others are texts. Pure,
 * thread-safe. Source: RFC 4180; commas, semicolons and tabs are told apart by the first line.
 */
public final class CsvReader {

    private static final Set<String> KEY_NAMES =
            Set.of("key", "keys", "id", "ids", "string", "stringid", "string_id", "name", "identifier", "label");

    private CsvReader() {}

    /**
     * The texts in the order of the file. A first line that names its columns is no text; where one of them bears the
     * wanted language, only that column is read. With several columns of text a key is {@code key.column}.
     *
     * @param name what the file is called in the reason why it could not be read
     * @param language BCP 47 tag of the texts that are wanted, where one is known
     * @return one section without a name
     */
    public static Extracted read(String text, String name, Optional<String> language) {
        var schema = CsvSchema.emptySchema().withColumnSeparator(separator(text));
        var entries = new ArrayList<Passage>();
        try (MappingIterator<String[]> rows = new CsvMapper()
                .readerFor(String[].class)
                .with(CsvParser.Feature.WRAP_AS_ARRAY)
                .with(CsvParser.Feature.SKIP_EMPTY_LINES)
                .with(schema)
                .readValues(text)) {
            Optional<List<String>> header = Optional.empty();
            boolean first = true;
            while (rows.hasNext()) {
                var row = List.of(rows.next());
                if (first && isHeader(row)) {
                    header = Optional.of(row);
                } else {
                    add(entries, row, header, language);
                }
                first = false;
            }
        } catch (JsonProcessingException malformed) {
            var place = malformed.getLocation();
            return new Extracted.Unreadable("%s, line %d: not a table of separated values: %s"
                    .formatted(
                            name,
                            place == null ? 1 : place.getLineNr(),
                            Whitespace.unwrapped(malformed.getOriginalMessage())));
        } catch (IOException | RuntimeException failed) {
            return new Extracted.Unreadable("%s: not a table of separated values: %s"
                    .formatted(name, Whitespace.unwrapped(String.valueOf(failed.getMessage()))));
        }
        return entries.isEmpty()
                ? new Extracted.Unreadable(
                        "%s holds no texts: expected lines with a key and a text, separated by commas, semicolons or tabs"
                                .formatted(name))
                : new Extracted.Ok(List.of(new Extracted.Section("", entries)));
    }

    private static void add(
            List<Passage> entries, List<String> row, Optional<List<String>> header, Optional<String> language) {
        var wanted =
                header.flatMap(names -> language.map(tag -> column(names, tag))).orElse(OptionalInt.empty());
        for (int i = 1; i < row.size(); i++) {
            if (wanted.isPresent() && wanted.getAsInt() != i) {
                continue;
            }
            int column = i;
            boolean single = wanted.isPresent() || row.size() == 2;
            String suffix = header.filter(names -> column < names.size())
                    .map(names -> names.get(column))
                    .orElse(Integer.toString(column));
            entries.add(Passages.entry(single ? row.getFirst() : row.getFirst() + "." + suffix, row.get(i)));
        }
    }

    /** The column of a language: its tag, or one of the same primary language. */
    private static OptionalInt column(List<String> names, String language) {
        String tag = tag(language);
        var same = IntStream.range(1, names.size())
                .filter(i -> tag(names.get(i)).equals(tag))
                .findFirst();
        return same.isPresent()
                ? same
                : IntStream.range(1, names.size())
                        .filter(i -> primary(names.get(i)).equals(primary(language)))
                        .findFirst();
    }

    private static boolean isHeader(List<String> row) {
        return row.size() > 1
                && (KEY_NAMES.contains(row.getFirst().strip().toLowerCase(Locale.ROOT))
                        || row.subList(1, row.size()).stream().allMatch(CsvReader::isLanguage));
    }

    private static boolean isLanguage(String cell) {
        return Set.of(Locale.getISOLanguages()).contains(primary(cell));
    }

    private static String tag(String name) {
        return name.strip().replace('_', '-').toLowerCase(Locale.ROOT);
    }

    private static String primary(String name) {
        return tag(name).split("-", 2)[0];
    }

    /** The commonest of tab, semicolon and comma in the first line; a comma where none is there. */
    private static char separator(String text) {
        String line = text.lines().filter(l -> !l.isBlank()).findFirst().orElse("");
        char best = ',';
        long most = line.chars().filter(c -> c == ',').count();
        for (char separator : new char[] {'\t', ';'}) {
            long count = line.chars().filter(c -> c == separator).count();
            if (count > most || (count == most && count > 0 && separator == '\t')) {
                best = separator;
                most = count;
            }
        }
        return best;
    }
}
