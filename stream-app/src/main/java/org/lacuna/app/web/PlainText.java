package org.lacuna.app.web;

import java.util.List;
import java.util.stream.Collectors;
import org.lacuna.schema.Passage;
import org.lacuna.schema.text.Timecode;

/** A section as plain text: a passage a line, after its times or its key. */
final class PlainText {

    private PlainText() {}

    static String of(List<Passage> passages) {
        return passages.stream().map(PlainText::line).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(Passage passage) {
        var times = passage.getFromMillis()
                .flatMap(from -> passage.getToMillis().map(to -> Timecode.of(from) + " – " + Timecode.of(to) + "\t"))
                .orElse("");
        var key = passage.getKey().map(name -> Shown.line(name) + "\t").orElse("");
        return times + key + Shown.line(passage.getText());
    }
}
