package org.lacuna.scrapers.extract;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Walks a page and hands each block of text on; blocks of nothing but links (menus) are passed over. Not thread-safe. */
final class BlockVisitor implements NodeVisitor {

    private static final Set<String> SECTION_HEADINGS = Set.of("h1", "h2", "h3");
    private static final Set<String> MENU_BLOCKS = Set.of("li", "div", "ul", "ol", "td", "tr", "body", "section");

    private final SectionBuilder sections;
    private final StringBuilder block = new StringBuilder();
    private int links;
    private int plainCharacters;

    BlockVisitor(SectionBuilder sections) {
        this.sections = sections;
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text) {
            block.append(text.getWholeText());
            if (links == 0 && text.getWholeText().codePoints().anyMatch(Character::isLetterOrDigit)) {
                plainCharacters += text.getWholeText().length();
            }
        } else if (node instanceof Element element) {
            links += element.nameIs("a") ? 1 : 0;
            if (element.isBlock() || element.nameIs("br")) {
                flush(element.parent() == null ? "" : element.parent().normalName());
            }
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            links -= element.nameIs("a") ? 1 : 0;
            if (element.isBlock()) {
                flush(element.normalName());
            }
        }
    }

    private void flush(String blockName) {
        String text = Whitespace.unwrapped(block.toString());
        boolean menu = plainCharacters == 0 && MENU_BLOCKS.contains(blockName);
        block.setLength(0);
        plainCharacters = 0;
        if (text.isEmpty() || menu) {
            return;
        }
        if (SECTION_HEADINGS.contains(blockName)) {
            sections.heading(text);
        } else {
            sections.paragraph(text);
        }
    }
}
