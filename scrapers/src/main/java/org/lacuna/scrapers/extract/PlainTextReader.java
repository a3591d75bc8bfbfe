package org.lacuna.scrapers.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads plain text: a book into chapters of sentences, or any file line by line. Pure, thread-safe.
 *
 * <p>A paragraph ends at a blank line, and before a line that begins with an ideographic blank (as Chinese novels have it).
 */
public final class PlainTextReader {

    private PlainTextReader() {}

    /**
     * The sentences of a text, by chapter; the heading is the first passage of its chapter. What stands before the first
     * heading is a section without a name.
     *
     * @param name what the file is called in the reason why it could not be read
     * @param language a BCP 47 tag that helps to find the ends of sentences
     */
    public static Extracted read(String text, String name, Optional<String> language) {
        var sections = new SectionBuilder(language);
        var paragraph = new ArrayList<String>();
        boolean afterBlank = true;
        for (String line : text.lines().toList()) {
            String plain = Whitespace.unwrapped(line);
            boolean heading = ChapterHeadings.isHeading(plain, afterBlank);
            if (plain.isEmpty() || heading || line.startsWith("\u3000")) {
                sections.paragraph(Whitespace.joined(paragraph));
                paragraph.clear();
            }
            if (heading) {
                sections.heading(plain);
            } else if (!plain.isEmpty()) {
                paragraph.add(plain);
            }
            afterBlank = plain.isEmpty() || heading;
        }
        sections.paragraph(Whitespace.joined(paragraph));
        return sections.result("%s holds only white space: there is nothing to compare".formatted(name));
    }

    /**
     * The lines of a text, one passage each, without blanks around them; a blank line is a passage with an empty text, so
     * that the n-th passage is the n-th line. One section without a name.
     *
     * @param name what the file is called in the reason why it could not be read
     */
    public static Extracted readLines(String text, String name) {
        var passages = text.lines().map(line -> Passages.prose(line.strip())).toList();
        return text.isBlank()
                ? new Extracted.Unreadable("%s holds only white space: there is nothing to compare".formatted(name))
                : new Extracted.Ok(List.of(new Extracted.Section("", passages)));
    }
}
