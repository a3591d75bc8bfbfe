package org.lacuna.scrapers.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.lacuna.schema.Passage;
import org.lacuna.schema.PassageKind;

/** Reads plain text: chapters by their headings, paragraphs by blank lines, a passage a sentence. */
final class PlainTextReader {

    private static final int LONGEST_HEADING = 80;

    private static final Pattern HEADING = Pattern.compile(
            "(?:(?:chapter|letter|part|book|volume|act|scene)\\s+(?:\\d+|[ivxlc]+|[a-z]+)\\b.*"
                    + "|(?:prologue|epilogue|preface|introduction|foreword|afterword)\\W*"
                    + "|第\\s*[0-9０-９零〇一二三四五六七八九十百千两]+\\s*[章回节節卷部集话話幕].*"
                    + "|(?:序章|序言|前言|楔子|引子|尾声|尾聲|后记|後記|终章|終章)\\W*)",
            Pattern.CASE_INSENSITIVE);

    private PlainTextReader() {}

    /** Reads a text by chapters, paragraphs and sentences. */
    static Extracted read(String text) {
        var sections = new Sections("");
        var paragraph = new StringBuilder();
        for (var line : text.split("\n", -1)) {
            var stripped = line.strip();
            if (stripped.isEmpty()) {
                sections.addProse(paragraph);
            } else if (isHeading(stripped) && paragraph.isEmpty()) {
                sections.begin(stripped);
                sections.add(prose(stripped));
            } else {
                Han.join(paragraph, stripped);
            }
        }
        sections.addProse(paragraph);
        return sections.extracted("holds no text");
    }

    /** Each line is one passage; blank lines count and a line feed at the very end begins no line. */
    static Extracted readLines(String text) {
        var lines = List.of(text.split("\n", -1));
        var kept = text.endsWith("\n") ? lines.subList(0, lines.size() - 1) : lines;
        var passages = new ArrayList<Passage>();
        kept.forEach(line -> passages.add(prose(line)));
        return new Extracted.Ok(List.of(new Extracted.Section("", passages)));
    }

    private static boolean isHeading(String line) {
        return line.length() <= LONGEST_HEADING && HEADING.matcher(line).matches();
    }

    private static Passage prose(String text) {
        return new Passage(PassageKind.PROSE, text, null, null, null);
    }
}
