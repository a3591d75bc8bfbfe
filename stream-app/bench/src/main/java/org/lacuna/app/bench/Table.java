package org.lacuna.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes figures as one table. */
final class Table {

    /** How a table is written. */
    enum Format {
        TEXT,
        MARKDOWN
    }

    private Table() {}

    /** The table, with a line feed after each line; columns that are empty throughout are left out. */
    static String of(List<Figure> figures, Format format) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(Figure.HEADS);
        figures.forEach(figure -> lines.add(figure.columns()));
        List<Integer> columns = IntStream.range(0, Figure.HEADS.size())
                .filter(c ->
                        lines.stream().skip(1).anyMatch(line -> !line.get(c).isEmpty()))
                .boxed()
                .toList();
        return switch (format) {
            case TEXT -> text(lines, columns);
            case MARKDOWN -> markdown(lines, columns);
        };
    }

    private static String text(List<List<String>> lines, List<Integer> columns) {
        List<Integer> widths = columns.stream()
                .map(c -> lines.stream()
                        .mapToInt(line -> line.get(c).length())
                        .max()
                        .orElse(0))
                .toList();
        return lines.stream()
                .map(line -> IntStream.range(0, columns.size())
                        .mapToObj(i -> padded(line.get(columns.get(i)), widths.get(i)))
                        .collect(Collectors.joining("  "))
                        .stripTrailing())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    private static String markdown(List<List<String>> lines, List<Integer> columns) {
        var out = new ArrayList<String>();
        out.add(line(columns, c -> Figure.HEADS.get(c)));
        out.add(line(columns, c -> "---"));
        lines.stream()
                .skip(1)
                .forEach(line -> out.add(line(columns, c -> line.get(c).replace("|", "\\|"))));
        return String.join("\n", out) + "\n";
    }

    private static String line(List<Integer> columns, Function<Integer, String> cell) {
        return columns.stream().map(cell).collect(Collectors.joining(" | ", "| ", " |"));
    }
}
