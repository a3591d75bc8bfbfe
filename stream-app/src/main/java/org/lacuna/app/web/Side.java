package org.lacuna.app.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lacuna.schema.Change;
import org.lacuna.schema.ChangeKind;
import org.lacuna.schema.ComparisonKind;
import org.lacuna.schema.Place;
import org.lacuna.schema.Release;
import org.lacuna.schema.text.Timecode;

/**
 * One of two texts that stand side by side.
 *
 * @param heading the release, in words
 * @param language BCP 47 tag of the text
 * @param where section, key and times; empty where there is nothing to say
 * @param sign − for what the other side lacks, + for what it has come to say, empty for neither
 * @param runs the text; none where there is none
 * @param note what to say in place of a text, or before it; empty for nothing
 */
public record Side(String heading, String language, String where, String sign, List<Run> runs, String note) {

    /** Both sides of a change. */
    record Pair(Side baseline, Side target) {

        static Pair of(Change change) {
            var kind = change.getKind();
            var one = change.getBaseline().map(p -> Shown.text(p.getText())).orElse("");
            var two = change.getTarget().map(p -> Shown.text(p.getText())).orElse("");
            boolean revised = !one.isEmpty()
                    && !two.isEmpty()
                    && (kind == ChangeKind.ALTERED || kind == ChangeKind.SHORTENED || kind == ChangeKind.FIELD_CHANGED)
                    && alike(change);
            var diff = revised
                    ? WordDiff.of(one, two)
                    : new WordDiff(Run.whole(one, lost(kind)), Run.whole(two, came(kind)));
            boolean moments = change.getComparison() == ComparisonKind.MOMENTS && kind != ChangeKind.RESTORED;
            return new Pair(
                    new Side(
                            heading(change.getBaselineRelease(), moments ? "earlier" : ""),
                            tag(change.getBaseline(), change.getBaselineRelease()),
                            change.getBaseline().map(Side::where).orElse(""),
                            one.isEmpty() || kind == ChangeKind.RESTORED || kind == ChangeKind.MOVED ? "" : "−",
                            diff.baseline(),
                            one.isEmpty() ? baselineNote(kind) : ""),
                    new Side(
                            heading(change.getTargetRelease(), moments ? "later" : ""),
                            tag(change.getTarget(), change.getTargetRelease()),
                            change.getTarget().map(Side::where).orElse(""),
                            two.isEmpty() || kind == ChangeKind.RESTORED || kind == ChangeKind.MOVED ? "" : "+",
                            diff.target(),
                            targetNote(kind, two)));
        }

        Pair brief(int most) {
            return new Pair(baseline.brief(most), target.brief(most));
        }

        private static boolean alike(Change change) {
            var one = change.getBaselineRelease().getLanguage();
            var two = change.getTargetRelease().getLanguage();
            return one.split("-", -1)[0].equals(two.split("-", -1)[0]);
        }

        private static boolean lost(ChangeKind kind) {
            return kind == ChangeKind.REMOVED || kind == ChangeKind.WITHHELD;
        }

        private static boolean came(ChangeKind kind) {
            return kind == ChangeKind.ADDED;
        }
    }

    private Side brief(int most) {
        return new Side(heading, language, where, sign, Run.brief(runs, most), note);
    }

    private static String baselineNote(ChangeKind kind) {
        return switch (kind) {
            case ADDED -> "Nothing stands here.";
            case WITHHELD -> "The release is on offer in this market.";
            case REMOVED, SHORTENED, ALTERED, CONCEPT_LOST, MOVED, FIELD_CHANGED, RESTORED -> "No text is kept.";
        };
    }

    private static String targetNote(ChangeKind kind, String text) {
        return switch (kind) {
            case RESTORED ->
                text.isEmpty()
                        ? "The passage stands again here; before, it was missing."
                        : "The passage stands again here; before, it read:";
            case WITHHELD -> "No release was found in this market.";
            case REMOVED, SHORTENED, ALTERED, CONCEPT_LOST, FIELD_CHANGED ->
                text.isEmpty() ? "The passage is missing here." : "";
            case ADDED, MOVED -> text.isEmpty() ? "No text is kept." : "";
        };
    }

    static String heading(Release release, String moment) {
        return Stream.of(
                        Words.market(release.getMarket()) + (moment.isEmpty() ? "" : ", " + moment),
                        Words.language(release.getLanguage()),
                        Shown.line(release.getEdit()))
                .filter(part -> !part.isEmpty())
                .reduce((a, b) -> a + " · " + b)
                .orElse("");
    }

    private static String tag(Optional<Place> place, Release release) {
        var tag = place.map(Place::getLanguage).orElse(release.getLanguage());
        return tag.matches("[A-Za-z0-9-]+") ? tag : "und";
    }

    private static String where(Place place) {
        return Stream.of(
                        Shown.line(place.getSection()),
                        place.getKey().map(Shown::line).orElse(""),
                        times(place.getFromMillis(), place.getToMillis()))
                .filter(part -> !part.isEmpty())
                .reduce((a, b) -> a + " · " + b)
                .orElse("");
    }

    private static String times(Optional<Long> from, Optional<Long> to) {
        return from.flatMap(f -> to.map(t -> Timecode.of(f) + " – " + Timecode.of(t)))
                .orElse("");
    }
}
