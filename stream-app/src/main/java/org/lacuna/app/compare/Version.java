package org.lacuna.app.compare;

import org.lacuna.app.compare.engine.collation.Text;
import org.lacuna.schema.Availability;
import org.lacuna.schema.Release;
import org.lacuna.schema.Snapshot;

/**
 * A snapshot with what it says.
 *
 * @param snapshot the manifest
 * @param text its text; no sections where the release is absent
 */
record Version(Snapshot snapshot, Text text) {

    Release release() {
        return snapshot.getRelease();
    }

    boolean isOf(Release other) {
        return release().getId().equals(other.getId());
    }

    boolean absent() {
        return snapshot.getAvailability() == Availability.ABSENT;
    }
}
