package org.lacuna.app.lexicon;

import java.util.List;
import java.util.Optional;
import org.lacuna.schema.FindingClass;

/**
 * A topic of the lexicon.
 *
 * @param id stable id in kebab case, such as tiananmen-1989
 * @param label English label
 * @param findingClass class of a finding that touches only this topic
 * @param routine true where the genre speaks of it every day, so that a lost mention says little
 * @param publishedRule a published rule that names the topic, in plain words; empty where none is known
 * @param forms all ways to write it, in the order of the file
 */
public record Concept(
        String id,
        String label,
        FindingClass findingClass,
        boolean routine,
        Optional<String> publishedRule,
        List<Form> forms) {

    /** Copies the list. */
    public Concept {
        forms = List.copyOf(forms);
    }
}
