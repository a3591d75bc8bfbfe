package org.lacuna.scrapers.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector;
import org.lacuna.schema.Passage;

/** Reads HTML: the main text of any page, or what selectors point to. Never runs scripts. Pure, thread-safe. */
public final class HtmlReader {

    /** Name of the section that holds the fields. */
    public static final String METADATA = "metadata";

    private static final String NOISE =
            "script, style, noscript, template, rt, rp, iframe, svg, nav, footer, aside, button, select,"
                    + " textarea, header:not(article header, main header)";

    private HtmlReader() {}

    /**
     * The main text of a page as sentences; h1, h2 and h3 begin a section, and their text is its first passage.
     *
     * @param name what the page is called in the reason why it could not be read
     * @param language a BCP 47 tag that helps to find the ends of sentences
     */
    public static Extracted read(String html, String name, Optional<String> language) {
        var body = Jsoup.parse(html).body();
        body.select(NOISE).remove();
        for (var form : body.select("form")) {
            // Some sites wrap the whole page in one form.
            if (form.text().length() * 2L < body.text().length()) {
                form.remove();
            }
        }
        var sections = new SectionBuilder(language);
        main(body).traverse(new BlockVisitor(sections));
        return sections.result("%s holds no text: it may need a browser to show its content".formatted(name));
    }

    /**
     * What selectors point to: a section {@value #METADATA} of fields, then a section of prose; each only if not empty.
     *
     * @param name what the page is called in the reason why it could not be read
     * @param language a BCP 47 tag that helps to find the ends of sentences
     */
    public static Extracted read(String html, String name, Selectors selectors, Optional<String> language) {
        var page = Jsoup.parse(html);
        try {
            var sections = new ArrayList<Extracted.Section>();
            add(sections, METADATA, fields(page, selectors));
            String title = selectors
                    .chapterTitle()
                    .map(css -> Whitespace.unwrapped(page.select(css).text()))
                    .orElse("");
            add(sections, title, prose(page, selectors, language));
            return sections.isEmpty()
                    ? new Extracted.Unreadable(
                            "%s: no selector finds a text; the page may have a new layout".formatted(name))
                    : new Extracted.Ok(sections);
        } catch (Selector.SelectorParseException | IllegalArgumentException malformed) {
            return new Extracted.Unreadable("%s: a selector cannot be read: %s"
                    .formatted(name, Whitespace.unwrapped(String.valueOf(malformed.getMessage()))));
        }
    }

    private static Element main(Element body) {
        long half = body.text().length() / 2;
        for (String css : List.of("article", "main", "[role=main]")) {
            var found = body.select(css);
            if (found.size() == 1 && found.text().length() > half) {
                return found.getFirst();
            }
        }
        return body;
    }

    private static void add(List<Extracted.Section> sections, String name, List<Passage> passages) {
        if (!passages.isEmpty()) {
            sections.add(new Extracted.Section(name, passages));
        }
    }

    private static List<Passage> fields(Document page, Selectors selectors) {
        var fields = new ArrayList<Passage>();
        selectors.fields().forEach((name, rule) -> {
            for (var element : page.select(rule.css())) {
                String value = rule.attribute().map(element::attr).orElseGet(element::text);
                String typed = typed(Whitespace.unwrapped(value), rule.type());
                if (!typed.isEmpty()) {
                    fields.add(Passages.field(name, typed));
                }
            }
        });
        return fields;
    }

    private static String typed(String value, Selectors.FieldType type) {
        return switch (type) {
            case TEXT -> value;
            case RUNTIME -> Runtimes.parse(value).map(Object::toString).orElse(value);
            case DATE -> Dates.parse(value).map(Object::toString).orElse(value);
        };
    }

    private static List<Passage> prose(Document page, Selectors selectors, Optional<String> language) {
        var prose = new ArrayList<Passage>();
        selectors.passages().ifPresent(css -> {
            var found = page.select(css);
            for (var element : found) {
                if (element.parents().stream().anyMatch(found::contains)) {
                    continue;
                }
                element.select(NOISE).remove();
                var text = new SectionBuilder(language);
                element.traverse(new BlockVisitor(text));
                if (text.result("") instanceof Extracted.Ok(var sections)) {
                    sections.forEach(section -> prose.addAll(section.passages()));
                }
            }
        });
        return prose;
    }
}
