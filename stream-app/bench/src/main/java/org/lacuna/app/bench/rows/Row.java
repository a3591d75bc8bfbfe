package org.lacuna.app.bench.rows;

import java.util.List;
import java.util.function.Consumer;
import org.lacuna.app.bench.Figure;

/** A part of the table. */
public interface Row {

    /** Every row, in the order of the table. */
    List<Row> ALL = List.of(
            new RevisionRow(false),
            new RevisionRow(true),
            new CollateXRow(),
            new KeysRow(),
            new AcrossRow(),
            new SubtitlesRow(),
            new SnapshotRow(),
            new GrowthRow());

    /** What {@code --only} calls it. */
    String name();

    /** Measures, and gives each figure when it is known. */
    void measure(Settings settings, Consumer<Figure> out);
}
