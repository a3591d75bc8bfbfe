package org.lacuna.app.compare.engine.same;

/**
 * A gap between two anchors: half-open token ranges of both sides.
 *
 * @param level how many times the anchors have been made shorter
 */
record Range(int aFrom, int aTo, int bFrom, int bTo, int level) {

    boolean oneSided() {
        return aFrom >= aTo || bFrom >= bTo;
    }

    long cells() {
        return (long) (aTo - aFrom) * (bTo - bFrom);
    }

    int size() {
        return aTo - aFrom + bTo - bFrom;
    }
}
