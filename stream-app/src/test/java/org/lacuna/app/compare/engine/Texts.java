package org.lacuna.app.compare.engine;

import java.util.Arrays;
import java.util.List;
import org.lacuna.app.compare.engine.collation.Text;
import org.lacuna.schema.Passage;
import org.lacuna.schema.PassageKind;

/** Builds small texts for tests. */
final class Texts {

    private Texts() {}

    static Text prose(String language, String... passages) {
        return prose(language, Arrays.asList(passages));
    }

    static Text prose(String language, List<String> passages) {
        return text(
                language,
                passages.stream()
                        .map(p -> new Passage(PassageKind.PROSE, p, null, null, null))
                        .toList());
    }

    static Text text(String language, List<Passage> passages) {
        return new Text(language, List.of(new Text.Section("One", passages)));
    }

    static Passage entry(String key, String value) {
        return new Passage(PassageKind.ENTRY, value, key, null, null);
    }

    static Passage field(String key, String value) {
        return new Passage(PassageKind.FIELD, value, key, null, null);
    }

    static Passage cue(long from, long to, String value) {
        return new Passage(PassageKind.CUE, value, null, from, to);
    }
}
