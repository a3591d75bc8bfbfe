package org.lacuna.app.compare.engine.collation;

import java.util.List;
import java.util.Optional;

/**
 * What comparing two texts gave.
 *
 * @param alignment every passage of both sides once, in the order of the baseline; additions stand where they come in
 *     the target
 * @param differences the differences, in the order of the baseline
 * @param notCompared why the texts could not be compared, in plain words; empty where they were
 * @param notes what a reader should know of the comparison, in plain words, such as that it is coarser than usual; most
 *     often none
 * @param costs what it took
 */
public record Collation(
        List<Bead> alignment,
        List<Difference> differences,
        Optional<String> notCompared,
        List<String> notes,
        Costs costs) {

    /** Copies the lists. */
    public Collation {
        alignment = List.copyOf(alignment);
        differences = List.copyOf(differences);
        notes = List.copyOf(notes);
    }
}
