package org.lacuna.app.deliver;

import java.util.Locale;
import java.util.stream.Collectors;
import org.lacuna.app.deliver.Letter.Line;
import org.lacuna.app.deliver.Letter.Part;

/** A letter as plain text. */
final class PlainLetter {

    private PlainLetter() {}

    static String of(Letter letter) {
        return letter.parts().stream().map(PlainLetter::part).collect(Collectors.joining("\n\n")) + "\n";
    }

    private static String part(Part part) {
        var lines = part.lines().stream().map(PlainLetter::line).collect(Collectors.joining("\n"));
        return part.heading().isEmpty() ? lines : part.heading().toUpperCase(Locale.ROOT) + "\n" + lines;
    }

    private static String line(Line line) {
        return switch (line) {
            case Line.Says(var text) -> Visible.text(text);
            case Line.Quote(var text, var language) ->
                Visible.text(text).lines().map(l -> "> " + l).collect(Collectors.joining("\n"));
            case Line.Link(var address) -> address;
        };
    }
}
