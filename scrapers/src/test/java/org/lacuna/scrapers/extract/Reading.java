package org.lacuna.scrapers.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.lacuna.schema.Passage;

/** What was read, in a form that reads well in a claim. */
final class Reading {

    private Reading() {}

    static List<Extracted.Section> sections(Extracted extracted) {
        assertThat(extracted).isInstanceOf(Extracted.Ok.class);
        return ((Extracted.Ok) extracted).sections();
    }

    static List<Passage> passages(Extracted extracted) {
        return sections(extracted).stream()
                .flatMap(section -> section.passages().stream())
                .toList();
    }

    static List<String> texts(Extracted extracted) {
        return passages(extracted).stream().map(Passage::getText).toList();
    }

    static List<String> names(Extracted extracted) {
        return sections(extracted).stream().map(Extracted.Section::name).toList();
    }

    static List<String> keyed(Extracted extracted) {
        return passages(extracted).stream()
                .map(passage -> passage.getKey().orElse("-") + "=" + passage.getText())
                .toList();
    }

    static List<String> timed(Extracted extracted) {
        return passages(extracted).stream()
                .map(passage -> "%d-%d %s"
                        .formatted(
                                passage.getFromMillis().orElseThrow(),
                                passage.getToMillis().orElseThrow(),
                                passage.getText()))
                .toList();
    }

    static String why(Extracted extracted) {
        assertThat(extracted).isInstanceOf(Extracted.Unreadable.class);
        return ((Extracted.Unreadable) extracted).why();
    }
}
