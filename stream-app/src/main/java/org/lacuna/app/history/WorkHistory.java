package org.lacuna.app.history;

import java.util.List;
import org.lacuna.schema.Change;
import org.lacuna.schema.Finding;
import org.lacuna.schema.Medium;
import org.lacuna.schema.Snapshot;

/**
 * All that is kept of a work.
 *
 * @param id id of the work
 * @param title its title
 * @param medium film, game or book
 * @param snapshots every version seen of every release, oldest first; a text that came back is there again
 * @param changes every difference found, by when it was first seen, closed ones too
 * @param findings what the flagger made of them, newest first; withdrawn ones left out
 */
public record WorkHistory(
        String id,
        String title,
        Medium medium,
        List<Snapshot> snapshots,
        List<Change> changes,
        List<Finding> findings) {

    public WorkHistory {
        snapshots = List.copyOf(snapshots);
        changes = List.copyOf(changes);
        findings = List.copyOf(findings);
    }
}
