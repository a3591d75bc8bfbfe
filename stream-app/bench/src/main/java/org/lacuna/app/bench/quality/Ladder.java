package org.lacuna.app.bench.quality;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads gold alignments: {@code [baseline lines]:[target lines]} a line, from 0. */
final class Ladder {

    private static final Pattern RUNG = Pattern.compile("\\[([\\d, ]*)]\\s*:\\s*\\[([\\d, ]*)].*");

    private Ladder() {}

    /** The links. @throws IllegalArgumentException at a line of another form */
    static List<Link> read(List<String> lines) {
        var links = new ArrayList<Link>();
        for (String line : lines) {
            if (!line.isBlank()) {
                var rung = RUNG.matcher(line.strip());
                if (!rung.matches()) {
                    throw new IllegalArgumentException("no link of a gold alignment: " + line);
                }
                links.add(new Link(numbers(rung.group(1)), numbers(rung.group(2))));
            }
        }
        return links;
    }

    /** The gold where line k belongs to line k, after some lines were deleted from the target. */
    static List<Link> without(int lines, BitSet deleted) {
        var links = new ArrayList<Link>();
        int kept = 0;
        for (int i = 0; i < lines; i++) {
            links.add(new Link(List.of(i), deleted.get(i) ? List.of() : List.of(kept++)));
        }
        return links;
    }

    private static List<Integer> numbers(String list) {
        return Stream.of(list.split(",", -1))
                .map(String::strip)
                .filter(number -> !number.isEmpty())
                .map(Integer::valueOf)
                .toList();
    }
}
