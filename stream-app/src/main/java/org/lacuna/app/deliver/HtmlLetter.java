package org.lacuna.app.deliver;

import java.util.stream.Collectors;
import org.lacuna.app.deliver.Letter.Line;
import org.lacuna.app.deliver.Letter.Part;

/** A letter as a simple page: nothing is loaded from anywhere, so reading it tells nobody that it was read. */
final class HtmlLetter {

    private HtmlLetter() {}

    static String of(Letter letter) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head><meta charset="utf-8"><title>%s</title></head>
                <body>
                %s
                </body>
                </html>
                """
                .formatted(
                        escaped(letter.subject()),
                        letter.parts().stream().map(HtmlLetter::part).collect(Collectors.joining("\n")));
    }

    private static String part(Part part) {
        var lines = part.lines().stream().map(HtmlLetter::line).collect(Collectors.joining("\n"));
        return part.heading().isEmpty() ? lines : "<h2>" + escaped(part.heading()) + "</h2>\n" + lines;
    }

    private static String line(Line line) {
        return switch (line) {
            case Line.Says(var text) -> "<p dir=\"auto\">" + escaped(text) + "</p>";
            case Line.Quote(var text, var language) ->
                "<blockquote dir=\"auto\" lang=\"%s\" style=\"white-space:pre-wrap\">%s</blockquote>"
                        .formatted(escaped(language), escaped(text));
            case Line.Link(var address) -> "<p><a href=\"%s\">%s</a></p>".formatted(escaped(address), escaped(address));
        };
    }

    private static String escaped(String text) {
        return Visible.text(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
