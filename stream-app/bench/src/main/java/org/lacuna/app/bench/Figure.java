package org.lacuna.app.bench;

import java.util.List;

/**
 * A line of the table.
 *
 * @param row name of the row that it belongs to, as {@code --only} takes it
 * @param texts what was compared
 * @param ours what Lacuna took
 * @param peer who it stands beside; empty where there is no such program
 * @param theirs what the peer took
 * @param ratio theirs through ours, or what else tells the two apart
 * @param quality how right both are, ours first
 * @param aim what was aimed at
 * @param costs what Lacuna's took, counted: the same on every machine
 */
public record Figure(
        String row,
        String texts,
        String ours,
        String peer,
        String theirs,
        String ratio,
        String quality,
        String aim,
        String costs) {

    /** Heads of the columns. */
    public static final List<String> HEADS =
            List.of("row", "texts", "Lacuna", "beside", "takes", "ratio", "quality", "aim", "counted");

    /** A line that stands beside no one. */
    public static Figure alone(String row, String texts, String ours, String quality, String aim, String costs) {
        return new Figure(row, texts, ours, "", "", "", quality, aim, costs);
    }

    /** The columns, in the order of the heads. */
    public List<String> columns() {
        return List.of(row, texts, ours, peer, theirs, ratio, quality, aim, costs);
    }
}
