package org.lacuna.app.compare.engine.same;

/** Aligns what lies between two anchors, in bounded time. */
final class Gap {

    private static final int LOOK_AHEAD = 24;

    private Gap() {}

    /** The longest common subsequence, where runs count more than scattered words. Cost: the range's cells. */
    static void exact(Matching m, Range r) {
        int n = r.aTo() - r.aFrom();
        int width = r.bTo() - r.bFrom() + 1;
        var any = new int[(n + 1) * width];
        var run = new int[(n + 1) * width];
        for (int i = n - 1; i >= 0; i--) {
            for (int j = width - 2; j >= 0; j--) {
                int at = i * width + j;
                int best = Math.max(any[at + width], any[at + 1]);
                if (m.a[r.aFrom() + i] == m.b[r.bFrom() + j]) {
                    int next = at + width + 1;
                    run[at] = Math.max(any[next], run[next] > 0 ? run[next] + 1 : 0) + 2;
                    best = Math.max(best, run[at]);
                }
                any[at] = best;
            }
        }
        int i = 0;
        int j = 0;
        boolean inRun = false;
        while (i < n && j < width - 1) {
            int at = i * width + j;
            if (run[at] > 0 && (inRun || run[at] == any[at])) {
                m.link(r.aFrom() + i, r.bFrom() + j);
                int next = at + width + 1;
                inRun = run[next] > 0 && run[next] + 1 >= any[next];
                i++;
                j++;
            } else if (any[at + width] >= any[at + 1]) {
                inRun = false;
                i++;
            } else {
                inRun = false;
                j++;
            }
        }
    }

    /** A coarse walk for ranges too large to be exact in: after a difference the nearest run of three equal tokens. */
    static void coarse(Matching m, Range r) {
        int i = r.aFrom();
        int j = r.bFrom();
        while (i < r.aTo() && j < r.bTo()) {
            if (m.a[i] == m.b[j]) {
                m.link(i++, j++);
                continue;
            }
            int step = resume(m, r, i, j);
            i += step / LOOK_AHEAD;
            j += step % LOOK_AHEAD;
        }
    }

    private static int resume(Matching m, Range r, int i, int j) {
        for (int sum = 1; sum < LOOK_AHEAD; sum++) {
            for (int d = 0; d <= sum; d++) {
                if (same(m, r, i + d, j + sum - d)) {
                    return d * LOOK_AHEAD + sum - d;
                }
            }
        }
        return LOOK_AHEAD + 1;
    }

    private static boolean same(Matching m, Range r, int i, int j) {
        if (i + 3 > r.aTo() || j + 3 > r.bTo()) {
            return false;
        }
        return m.a[i] == m.b[j] && m.a[i + 1] == m.b[j + 1] && m.a[i + 2] == m.b[j + 2];
    }
}
