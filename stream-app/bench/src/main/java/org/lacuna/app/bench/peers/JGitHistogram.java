package org.lacuna.app.bench.peers;

import java.util.Arrays;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.Sequence;
import org.eclipse.jgit.diff.SequenceComparator;

/** JGit's histogram difference, with its own settings. */
final class JGitHistogram implements Peer {

    private static final class Numbers extends Sequence {
        private final int[] ids;

        Numbers(int[] ids) {
            this.ids = ids;
        }

        @Override
        public int size() {
            return ids.length;
        }
    }

    private static final class Equality extends SequenceComparator<Numbers> {
        private final Limit limit;

        Equality(Limit limit) {
            this.limit = limit;
        }

        @Override
        public boolean equals(Numbers a, int i, Numbers b, int j) {
            limit.check();
            return a.ids[i] == b.ids[j];
        }

        @Override
        public int hash(Numbers side, int i) {
            return side.ids[i];
        }
    }

    @Override
    public String name() {
        return "JGit 7.8.1 HistogramDiff";
    }

    @Override
    public int[] partners(int[] a, int[] b, Limit limit) {
        var edits = new HistogramDiff().diff(new Equality(limit), new Numbers(a), new Numbers(b));
        var partners = new int[a.length];
        Arrays.fill(partners, -1);
        int i = 0;
        int j = 0;
        for (Edit edit : edits) {
            Peer.pair(partners, i, edit.getBeginA(), j);
            i = edit.getEndA();
            j = edit.getEndB();
        }
        Peer.pair(partners, i, a.length, j);
        return partners;
    }
}
