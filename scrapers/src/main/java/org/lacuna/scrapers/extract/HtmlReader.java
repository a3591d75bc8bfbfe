package org.lacuna.scrapers.extract;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.lacuna.schema.Passage;
import org.lacuna.schema.PassageKind;

/** Reads the running text of an HTML page: a section a heading, a passage a sentence. */
final class HtmlReader {

    private static final String NOT_TEXT =
            "script, style, noscript, template, nav, header, footer, aside, form, button, select, iframe, svg, [hidden]";

    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3");

    private HtmlReader() {}

    /** Reads a page; unreadable where it holds no text. */
    static Extracted read(String html) {
        Document page = Jsoup.parse(html);
        page.select(NOT_TEXT).remove();
        var main = page.selectFirst("main, article, [role=main]");
        var visitor = new Blocks();
        (main == null ? page.body() : main).traverse(visitor);
        return visitor.extracted();
    }

    /** Gathers the text between the edges of block elements. */
    private static final class Blocks implements NodeVisitor {

        private final Sections sections = new Sections("");
        private final StringBuilder block = new StringBuilder();

        @Override
        public void head(Node node, int depth) {
            switch (node) {
                case TextNode text -> block.append(text.getWholeText());
                case Element element when element.normalName().equals("br") -> block.append(' ');
                case Element element when element.isBlock() -> endBlock();
                default -> {}
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element && element.isBlock()) {
                if (HEADINGS.contains(element.normalName())) {
                    heading();
                } else {
                    endBlock();
                }
            }
        }

        private void heading() {
            var name = takeBlock();
            if (!name.isEmpty()) {
                sections.begin(name);
                sections.add(new Passage(PassageKind.PROSE, name, null, null, null));
            }
        }

        private void endBlock() {
            sections.addProse(new StringBuilder(takeBlock()));
        }

        /** Line breaks in the source of a page are blanks, and between Han characters nothing at all. */
        private String takeBlock() {
            var text = new StringBuilder();
            block.toString()
                    .lines()
                    .map(line -> line.strip().replaceAll("\\s+", " "))
                    .forEach(line -> Han.join(text, line));
            block.setLength(0);
            return text.toString();
        }

        Extracted extracted() {
            endBlock();
            return sections.extracted("holds no running text");
        }
    }
}
