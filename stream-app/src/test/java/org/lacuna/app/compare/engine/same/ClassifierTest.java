package org.lacuna.app.compare.engine.same;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lacuna.app.compare.engine.collation.Bead;
import org.lacuna.app.compare.engine.normal.Normaliser;
import org.lacuna.app.compare.engine.normal.Tokens;
import org.lacuna.app.compare.engine.normal.Vocabulary;
import org.lacuna.schema.Passage;
import org.lacuna.schema.PassageKind;

class ClassifierTest {

    @ParameterizedTest
    @CsvSource({
        "SAME, They came back to day., They came back to-day!",
        "SHORTENED, The guards fired on the crowd and nobody counted the dead., The guards fired on the crowd.",
        "ALTERED, The guards fired on the crowd., The guards spoke to the crowd.",
        "ALTERED, The guards fired., The guards fired at the gate in the north wall.",
        "SHORTENED, In June the students who had asked for a free press were driven from the square by tanks.,"
                + " In July the students were driven away from the square."
    })
    void whatBecameOfAPassage(Bead.Kind kind, String baseline, String target) {
        var vocabulary = new Vocabulary();
        var normaliser = new Normaliser(vocabulary);
        var ours = tokens(baseline, normaliser, vocabulary);
        var theirs = tokens(target, normaliser, vocabulary);

        var classifier = new Classifier(ours, theirs, Anchors.align(ours.ids, theirs.ids), vocabulary);

        assertThat(classifier.kind(List.of(0), List.of(0))).isEqualTo(kind);
    }

    private static Tokens tokens(String text, Normaliser normaliser, Vocabulary vocabulary) {
        return Tokens.of(List.of(new Passage(PassageKind.PROSE, text, null, null, null)), normaliser, vocabulary);
    }
}
