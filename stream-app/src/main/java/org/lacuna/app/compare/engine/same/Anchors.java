package org.lacuna.app.compare.engine.same;

import java.util.ArrayDeque;

/**
 * Aligns two token sequences: runs that are unique on both sides are chained, and the gaps between them are treated
 * alike with shorter runs, down to an exact alignment of small gaps. Time is near-linear; exact work has a cell budget.
 * Source: own, after the idea of patience diff.
 */
public final class Anchors {

    private static final int[] LENGTHS = {8, 5, 3, 2, 1};
    private static final int EASY_CELLS = 4_096;
    private static final int MOST_CELLS = 120_000;
    private static final long ALL_CELLS = 60_000_000;

    /** A range of this size that no anchor divides was not simply rewritten. */
    private static final long COARSE_CELLS = 4_000_000;

    private final Matching m;
    private final ArrayDeque<Range> open = new ArrayDeque<>();
    private long cells = ALL_CELLS;

    private Anchors(Matching m) {
        this.m = m;
    }

    /** The matches of two token sequences, in order on both sides. */
    public static Matching align(int[] a, int[] b) {
        var anchors = new Anchors(new Matching(a, b));
        anchors.open.push(new Range(0, a.length, 0, b.length, 0));
        while (!anchors.open.isEmpty()) {
            anchors.step(anchors.trim(anchors.open.pop()));
        }
        return anchors.m;
    }

    private Range trim(Range r) {
        int aFrom = r.aFrom();
        int bFrom = r.bFrom();
        int aTo = r.aTo();
        int bTo = r.bTo();
        while (aFrom < aTo && bFrom < bTo && m.a[aFrom] == m.b[bFrom]) {
            m.link(aFrom++, bFrom++);
        }
        while (aFrom < aTo && bFrom < bTo && m.a[aTo - 1] == m.b[bTo - 1]) {
            m.link(--aTo, --bTo);
        }
        return new Range(aFrom, aTo, bFrom, bTo, r.level());
    }

    private void step(Range r) {
        if (r.oneSided()) {
            return;
        }
        boolean last = r.level() >= LENGTHS.length;
        if (r.cells() <= EASY_CELLS || (last && r.cells() <= MOST_CELLS)) {
            cells -= r.cells();
            if (cells >= 0) {
                m.cells += r.cells();
                Gap.exact(m, r);
            } else {
                m.coarse = true;
                Gap.coarse(m, r);
            }
            return;
        }
        if (last) {
            m.coarse |= r.cells() > COARSE_CELLS;
            Gap.coarse(m, r);
            return;
        }
        int k = LENGTHS[r.level()];
        m.probes += r.size();
        long[] chain = Chain.longest(Grams.unique(m.a, m.b, r, k));
        if (chain.length == 0) {
            open.push(new Range(r.aFrom(), r.aTo(), r.bFrom(), r.bTo(), r.level() + 1));
        } else {
            split(r, chain, k);
        }
    }

    private void split(Range r, long[] chain, int k) {
        int a = r.aFrom();
        int b = r.bFrom();
        for (long pair : chain) {
            int i = (int) (pair >>> 32);
            int j = (int) pair;
            if (i < a || j < b || !equal(i, j, k)) {
                continue;
            }
            while (i > a && j > b && m.a[i - 1] == m.b[j - 1]) {
                i--;
                j--;
            }
            gap(r, a, i, b, j);
            while (i < r.aTo() && j < r.bTo() && m.a[i] == m.b[j]) {
                m.link(i++, j++);
            }
            a = i;
            b = j;
        }
        gap(r, a, r.aTo(), b, r.bTo());
    }

    private void gap(Range whole, int aFrom, int aTo, int bFrom, int bTo) {
        var gap = new Range(aFrom, aTo, bFrom, bTo, whole.level());
        if (!gap.oneSided()) {
            boolean shorter = gap.size() > whole.size() / 2;
            open.push(shorter ? new Range(aFrom, aTo, bFrom, bTo, whole.level() + 1) : gap);
        }
    }

    private boolean equal(int i, int j, int k) {
        for (int d = 0; d < k; d++) {
            if (m.a[i + d] != m.b[j + d]) {
                return false;
            }
        }
        return true;
    }
}
