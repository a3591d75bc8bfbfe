package org.lacuna.app.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lacuna.app.history.WorkHistory;
import org.lacuna.schema.Availability;
import org.lacuna.schema.SectionRef;
import org.lacuna.schema.Snapshot;

/**
 * A version of a release, as one source showed it.
 *
 * @param seen when
 * @param seenExactly the same as ISO 8601
 * @param release in words
 * @param source id of the source
 * @param snapshot id of the snapshot
 * @param sections its sections
 * @param changed what is different from the version before of the same release
 */
public record VersionRow(
        String seen,
        String seenExactly,
        String release,
        String source,
        String snapshot,
        List<Section> sections,
        String changed) {

    /** A section: its name, the number of its passages, and where its text is. */
    public record Section(String name, int passages, String href) {}

    static VersionRow of(Snapshot snapshot, Optional<Snapshot> before, WorkHistory work, Links links) {
        return new VersionRow(
                Words.minute(snapshot.getObservedAt()),
                snapshot.getObservedAt().toString(),
                Side.heading(snapshot.getRelease(), ""),
                Shown.line(snapshot.getSource()),
                Shown.line(snapshot.getId()),
                snapshot.getSections().stream()
                        .map(section -> new Section(
                                Shown.line(section.getName()),
                                section.getPassages(),
                                links.section(work.id(), section.getHash())))
                        .toList(),
                changed(snapshot, before, work));
    }

    private static String changed(Snapshot now, Optional<Snapshot> before, WorkHistory work) {
        if (now.getAvailability() == Availability.ABSENT) {
            return "The source says that the release is not on offer.";
        }
        var differences = work.changes().stream()
                .filter(change -> change.getFirstSeen().equals(now.getObservedAt()))
                .filter(change -> change.getTargetRelease()
                                .getId()
                                .equals(now.getRelease().getId())
                        || change.getBaselineRelease()
                                .getId()
                                .equals(now.getRelease().getId()))
                .count();
        return before.map(earlier -> sections(earlier, now)).orElse("First version seen.")
                + (differences == 0
                        ? ""
                        : " %d %s first seen with it."
                                .formatted(differences, differences == 1 ? "difference" : "differences"));
    }

    private static String sections(Snapshot earlier, Snapshot now) {
        var old = byName(earlier);
        var young = byName(now);
        var parts = Stream.of(
                        named(
                                "Changed: ",
                                young.keySet().stream()
                                        .filter(name -> old.containsKey(name)
                                                && !old.get(name).equals(young.get(name)))),
                        named("New: ", young.keySet().stream().filter(name -> !old.containsKey(name))),
                        named("Gone: ", old.keySet().stream().filter(name -> !young.containsKey(name))))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return parts.isEmpty() ? "The same sections as before." : parts;
    }

    private static String named(String words, Stream<String> names) {
        var list = names.sorted().map(Shown::line).collect(Collectors.joining(", "));
        return list.isEmpty() ? "" : words + list + ".";
    }

    private static Map<String, String> byName(Snapshot snapshot) {
        var hashes = new HashMap<String, String>();
        for (SectionRef section : snapshot.getSections()) {
            hashes.merge(section.getName(), section.getHash(), (one, other) -> one + other);
        }
        return hashes;
    }
}
