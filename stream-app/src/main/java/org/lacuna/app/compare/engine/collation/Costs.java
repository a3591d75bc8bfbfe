package org.lacuna.app.compare.engine.collation;

/**
 * What a comparison took, counted: the same on every machine, so that a test can hold it to a bound.
 *
 * @param tokens tokens read from both texts
 * @param passages passages aligned, of both texts
 * @param probes runs of tokens looked up as anchors
 * @param cells cells of exact word alignment (longest common subsequence)
 * @param beads cells of dynamic programming over sentences or cues
 */
public record Costs(long tokens, long passages, long probes, long cells, long beads) {

    /** Nothing done. */
    public static final Costs NONE = new Costs(0, 0, 0, 0, 0);

    /** Both together. */
    public Costs plus(Costs other) {
        return new Costs(
                tokens + other.tokens,
                passages + other.passages,
                probes + other.probes,
                cells + other.cells,
                beads + other.beads);
    }
}
