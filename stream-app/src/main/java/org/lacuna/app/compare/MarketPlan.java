package org.lacuna.app.compare;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lacuna.schema.Change;
import org.lacuna.schema.Release;

/**
 * Which markets are held against which.
 *
 * @param targets markets whose releases are held against a baseline
 * @param baselines markets that a baseline is taken from, best first
 * @param confirmation how often and how long a change is seen before it counts
 */
public record MarketPlan(List<String> targets, List<String> baselines, Confirmation confirmation) {

    /**
     * When a change is no longer provisional.
     *
     * @param times in how many readings of its two releases it was found, 1 at least
     * @param span how long after it was first seen it was found again
     */
    public record Confirmation(int times, Duration span) {
        /** A change counts when it is first seen. */
        public static final Confirmation AT_ONCE = new Confirmation(1, Duration.ZERO);

        boolean holds(Change change) {
            var since = Duration.between(change.getFirstSeen(), change.getLastConfirmed());
            return change.getTimesSeen() >= times && since.compareTo(span) >= 0;
        }
    }

    /** The China market against the global release, or, where there is none in its language, a control market's. */
    public static final MarketPlan CHINA =
            new MarketPlan(List.of("CN"), List.of("GLOBAL", "TW", "HK", "JP", "GB", "US"), Confirmation.AT_ONCE);

    /** Copies the lists. */
    public MarketPlan {
        targets = List.copyOf(targets);
        baselines = List.copyOf(baselines);
    }

    /** Whether a release is held against a baseline. */
    public boolean isTarget(Release release) {
        return targets.contains(release.getMarket());
    }

    /**
     * The baseline of a target: one in its language before any other, then by the order of the markets. Simplified and
     * Traditional Chinese count as one language.
     *
     * @param known releases of the work; may hold the target
     */
    public Optional<Release> baselineOf(Release target, Collection<Release> known) {
        return known.stream()
                .filter(release -> baselines.contains(release.getMarket()))
                .filter(release -> !isTarget(release))
                .min(Comparator.<Release>comparingInt(release -> sameLanguage(release, target) ? 0 : 1)
                        .thenComparingInt(release -> baselines.indexOf(release.getMarket()))
                        .thenComparing(Release::getId));
    }

    private static boolean sameLanguage(Release one, Release other) {
        return primary(one).equals(primary(other));
    }

    private static String primary(Release release) {
        return release.getLanguage().split("-", 2)[0];
    }
}
