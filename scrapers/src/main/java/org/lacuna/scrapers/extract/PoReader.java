package org.lacuna.scrapers.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.lacuna.schema.Passage;

/**
 * Reads gettext catalogues (PO and POT). The key is the context and the message id, the text is the translation; where
 * there is none, or it is marked fuzzy, the message itself is what people see. Pure, thread-safe.
 *
 * <p>Source: GNU gettext manual, "The Format of PO Files".
 */
public final class PoReader {

    private static final Pattern KEYWORD =
            Pattern.compile("\\s*(msgctxt|msgid_plural|msgid|msgstr(?:\\[(\\d{1,3})\\])?)\\s*(\".*\")\\s*");
    private static final Pattern MORE = Pattern.compile("\\s*(\".*\")\\s*");
    private static final Map<Character, String> ESCAPES =
            Map.of('n', "\n", 't', "\t", 'r', "\r", '"', "\"", '\\', "\\");

    private final List<Passage> entries = new ArrayList<>();
    private final Map<String, StringBuilder> message = new TreeMap<>();
    private StringBuilder open = new StringBuilder();
    private boolean fuzzy;

    private PoReader() {}

    /**
     * The messages in the order of the file; the header and obsolete ones are left out. A plural form has its number
     * after its key.
     *
     * @param name what the file is called in the reason why it could not be read
     * @return one section without a name
     */
    public static Extracted read(String text, String name) {
        var reader = new PoReader();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!reader.take(line)) {
                return new Extracted.Unreadable(
                        "%s, line %d: expected msgid, msgstr, a comment or a string in double quotes"
                                .formatted(name, number));
            }
        }
        reader.end();
        return reader.entries.isEmpty()
                ? new Extracted.Unreadable("%s holds no messages: expected msgid and msgstr".formatted(name))
                : new Extracted.Ok(List.of(new Extracted.Section("", reader.entries)));
    }

    private boolean take(String line) {
        if (line.isBlank()) {
            end();
            return true;
        }
        if (line.stripLeading().startsWith("#")) {
            if (message.containsKey("msgstr") || message.containsKey("msgstr[0]")) {
                end();
            }
            fuzzy |= line.stripLeading().startsWith("#,") && line.contains("fuzzy");
            return true;
        }
        var keyword = KEYWORD.matcher(line);
        if (keyword.matches()) {
            String field = keyword.group(1);
            boolean begins = field.equals("msgctxt") || (field.equals("msgid") && message.containsKey("msgid"));
            if (begins && !message.isEmpty()) {
                boolean marked = fuzzy && !message.containsKey("msgid");
                end();
                fuzzy = marked;
            }
            open = message.computeIfAbsent(field, f -> new StringBuilder());
            open.append(unquoted(keyword.group(3)));
            return true;
        }
        var more = MORE.matcher(line);
        if (more.matches() && !message.isEmpty()) {
            open.append(unquoted(more.group(1)));
            return true;
        }
        return false;
    }

    private void end() {
        String id = field("msgid").orElse("");
        String key = field("msgctxt").map(context -> context + "." + id).orElse(id);
        if (!id.isEmpty()) {
            message.forEach((field, value) -> {
                if (field.startsWith("msgstr")) {
                    String form = field.substring("msgstr".length());
                    boolean plural = !form.isEmpty() && !form.equals("[0]");
                    String own = plural ? field("msgid_plural").orElse(id) : id;
                    String shown = fuzzy || value.isEmpty() ? own : value.toString();
                    entries.add(Passages.entry(key + form, shown));
                }
            });
        }
        message.clear();
        fuzzy = false;
    }

    private Optional<String> field(String field) {
        return Optional.ofNullable(message.get(field)).map(StringBuilder::toString);
    }

    private static String unquoted(String quoted) {
        var out = new StringBuilder();
        for (int i = 1; i < quoted.length() - 1; i++) {
            char c = quoted.charAt(i);
            if (c == '\\' && i + 1 < quoted.length() - 1) {
                char escaped = quoted.charAt(++i);
                out.append(ESCAPES.getOrDefault(escaped, "\\" + escaped));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
