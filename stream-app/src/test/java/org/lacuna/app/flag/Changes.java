package org.lacuna.app.flag;

import java.time.Instant;
import java.util.List;
import org.lacuna.schema.Change;
import org.lacuna.schema.ChangeKind;
import org.lacuna.schema.ChangeStatus;
import org.lacuna.schema.ComparisonKind;
import org.lacuna.schema.Medium;
import org.lacuna.schema.Place;
import org.lacuna.schema.Release;

/** Changes as the compare stage writes them. */
public final class Changes {

    private static final Instant SEEN = Instant.parse("2025-12-31T00:00:00Z");

    private Changes() {}

    /** A passage of the global edition of a book that the mainland one lacks. */
    public static Change removed(String id, String text) {
        return Change.newBuilder()
                .setId(id)
                .setWork("w")
                .setTitle("The Northern Wall")
                .setMedium(Medium.BOOK)
                .setKind(ChangeKind.REMOVED)
                .setComparison(ComparisonKind.MARKETS)
                .setBaselineRelease(release("GLOBAL"))
                .setBaselineSnapshot("s1")
                .setTargetRelease(release("CN"))
                .setTargetSnapshot("s2")
                .setBaseline(place(text))
                .setStatus(ChangeStatus.OPEN)
                .setFirstSeen(SEEN)
                .setLastConfirmed(SEEN)
                .setEngine("engine-1")
                .build();
    }

    /** Where a text stands. */
    public static Place place(String text) {
        return new Place("Chapter 1", List.of(2), null, null, null, text, "en");
    }

    private static Release release(String market) {
        return new Release("w/" + market, "w", "The Northern Wall", Medium.BOOK, market, "en", "");
    }
}
