package org.lacuna.app.compare.engine.timed;

/** Speeds at which the same film is shown: the frame rates of film, television in both systems, and what lies between. */
final class Speeds {

    private static final double[] RATES = {24 / 1.001, 24, 25, 30 / 1.001, 30};

    /** Rates that differ by a thousandth look alike over a minute and are told apart over the whole film. */
    private static final double[] COARSE = {1, 25.0 / 24, 24.0 / 25, 30.0 / 25, 25.0 / 30, 30.0 / 24, 24.0 / 30};

    private static final double NEAR = 0.0004;

    private Speeds() {}

    /** Ratios that are tried, the commonest first: seconds of the baseline for one of the target. */
    static double[] coarse() {
        return COARSE.clone();
    }

    /** The ratio of two frame rates that is nearest to a measured ratio; the measured one where none is near. */
    static double nearest(double ratio) {
        double best = ratio;
        double apart = NEAR;
        for (double one : RATES) {
            for (double other : RATES) {
                double known = one / other;
                if (Math.abs(known - ratio) < apart) {
                    apart = Math.abs(known - ratio);
                    best = known;
                }
            }
        }
        return best;
    }

    /** A ratio in words, such as "25 frames instead of 24"; the numbers alone where no rates explain it. */
    static String words(double ratio) {
        for (double one : RATES) {
            for (double other : RATES) {
                if (Math.abs(one / other - ratio) < 1e-9 && one != other) {
                    return "as %s frames a second instead of %s would".formatted(rate(one), rate(other));
                }
            }
        }
        return "which no common frame rates explain";
    }

    private static String rate(double rate) {
        return rate == Math.rint(rate)
                ? Long.toString(Math.round(rate))
                : Double.toString(Math.round(rate * 1000) / 1000.0);
    }
}
