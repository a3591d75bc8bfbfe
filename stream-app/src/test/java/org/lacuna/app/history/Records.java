package org.lacuna.app.history;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.apache.avro.specific.SpecificRecord;
import org.jdbi.v3.core.Handle;
import org.lacuna.schema.Alert;
import org.lacuna.schema.Availability;
import org.lacuna.schema.Capture;
import org.lacuna.schema.Change;
import org.lacuna.schema.ChangeCount;
import org.lacuna.schema.ChangeKind;
import org.lacuna.schema.ChangeStatus;
import org.lacuna.schema.Comparison;
import org.lacuna.schema.ComparisonKind;
import org.lacuna.schema.DeadLetter;
import org.lacuna.schema.Delivery;
import org.lacuna.schema.DeliveryState;
import org.lacuna.schema.Entity;
import org.lacuna.schema.Evidence;
import org.lacuna.schema.FaultKind;
import org.lacuna.schema.Finding;
import org.lacuna.schema.FindingClass;
import org.lacuna.schema.Medium;
import org.lacuna.schema.Passage;
import org.lacuna.schema.PassageKind;
import org.lacuna.schema.Place;
import org.lacuna.schema.Release;
import org.lacuna.schema.Review;
import org.lacuna.schema.SectionPart;
import org.lacuna.schema.SectionRef;
import org.lacuna.schema.Snapshot;
import org.lacuna.schema.SnapshotRecord;
import org.lacuna.schema.SourceFault;
import org.lacuna.schema.Subscription;
import org.lacuna.schema.TopicMatch;
import org.lacuna.schema.Verdict;
import org.lacuna.schema.Witness;
import org.lacuna.schema.WitnessState;
import org.lacuna.topics.Topic;
import org.lacuna.topics.Topics;

/** Small records of every kind, about one invented book, and a way to have them kept without a broker. */
public final class Records {

    /** The book's id. */
    public static final String WORK = "northern-wall";

    private Records() {}

    /** A moment: minutes after a fixed one. */
    public static Instant at(int minutes) {
        return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(60L * minutes);
    }

    /** Its release in a market. */
    public static Release release(String market) {
        return release(WORK, "The Northern Wall", Medium.BOOK, market);
    }

    public static Release release(String work, String title, Medium medium, String market) {
        return new Release(work + "/" + market.toLowerCase(Locale.ROOT), work, title, medium, market, "en", "");
    }

    public static SnapshotRecord snapshot(String id, Release release, int minutes, String... sections) {
        var refs = List.of(sections).stream()
                .map(hash -> new SectionRef(hash, "Chapter " + hash, 2, 1))
                .toList();
        var url = "http://shop.example/" + release.getId();
        var capture = new Capture(url, "a.warc.gz", "<urn:uuid:" + id + ">", "sha256:" + id, at(minutes));
        return new SnapshotRecord(new Snapshot(
                id,
                release,
                "shop",
                url,
                at(minutes),
                refs.isEmpty() ? Availability.ABSENT : Availability.LISTED,
                refs,
                List.of(capture)));
    }

    public static SnapshotRecord part(String hash, int part, int parts, String... texts) {
        var passages = List.of(texts).stream()
                .map(text -> new Passage(PassageKind.PROSE, text, null, null, null))
                .toList();
        return new SnapshotRecord(new SectionPart(WORK, hash, part, parts, passages));
    }

    public static Comparison comparison(String id, int minutes) {
        return new Comparison(
                id,
                WORK,
                ComparisonKind.MARKETS,
                release("GLOBAL"),
                "s-global",
                release("CN"),
                "s-cn",
                at(minutes),
                "1",
                List.of(new ChangeCount(ChangeKind.REMOVED, 2)),
                null,
                List.of());
    }

    /** A passage that is missing from the release of a market. */
    public static Change change(String id, Release target, int minutes) {
        var baseline = release(target.getWork(), target.getTitle(), target.getMedium(), "GLOBAL");
        return new Change(
                id,
                target.getWork(),
                target.getTitle(),
                target.getMedium(),
                ChangeKind.REMOVED,
                ComparisonKind.MARKETS,
                baseline,
                "s-global",
                target,
                "s-cn",
                new Place(
                        "Chapter 1",
                        List.of(2),
                        null,
                        null,
                        null,
                        "In the square the students read their letter aloud until morning.",
                        "en"),
                null,
                "Nobody on the quay waved.",
                "Mara counted the lamps.",
                1.0,
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(new Witness(baseline.getWork() + "/tw", "TW", WitnessState.PRESENT)),
                List.of(),
                null,
                null,
                null,
                ChangeStatus.OPEN,
                at(minutes),
                at(minutes),
                1,
                1,
                "1",
                null);
    }

    public static Finding finding(String id, Change change, int level, int minutes) {
        return new Finding(
                id,
                change,
                level == 0 ? FindingClass.C : FindingClass.P,
                level,
                0.8,
                0.95,
                "topic-and-controls",
                "1",
                List.of(new TopicMatch("protest", "Protest", List.of("students", "square"))),
                List.of(new Entity("Mara", "PERSON")),
                List.of(new Evidence("topic", 1.5, "It touches a topic of the lexicon.")),
                List.of("The edition may have been shortened for length."),
                "A passage of The Northern Wall is missing from the release for "
                        + change.getTargetRelease().getMarket() + ".",
                at(minutes),
                false);
    }

    /** The same, no longer supported. */
    public static Finding withdrawn(Finding finding) {
        return Finding.newBuilder(finding).setWithdrawn(true).build();
    }

    public static SourceFault fault(String id, FaultKind kind, int minutes) {
        return new SourceFault(
                id,
                "shop",
                WORK + "/cn",
                "http://shop.example/cn",
                kind,
                "promise",
                "The page lacks its chapters: look whether the site was redesigned.",
                at(minutes),
                null);
    }

    public static Alert alert(String id, Finding finding, int minutes) {
        var subscription =
                new Subscription("subscription", "reader@paper.example", List.of(), List.of(), List.of(), 2, true);
        return new Alert(id, subscription, finding, at(minutes));
    }

    public static Delivery delivery(String alert, DeliveryState state, String detail, int minutes) {
        return new Delivery(alert, "subscription", "mail", state, 1, detail, at(minutes));
    }

    public static Review review(String id, String finding, Verdict verdict, int minutes) {
        return new Review(id, finding, WORK, "A reader", verdict, "Seen in print.", at(minutes));
    }

    public static DeadLetter deadLetter(String stage, long offset, int minutes) {
        return new DeadLetter(
                "lacuna.alerts.v1/0/" + offset,
                stage,
                "lacuna.alerts.v1",
                0,
                offset,
                "not a readable Alert",
                null,
                ByteBuffer.wrap("to reader@paper.example".getBytes(StandardCharsets.UTF_8)),
                at(minutes));
    }

    /** Writes records into the database as {@link HistoryWriter} does, but from no topic. */
    public static void keep(Path database, SpecificRecord... records) {
        try (var open = Database.open(database)) {
            open.jdbi().useTransaction(handle -> {
                for (var record : records) {
                    keep(handle, record);
                }
            });
        }
    }

    /** Writes a record within a transaction. */
    static void keep(Handle handle, SpecificRecord record) {
        var topic = topic(record);
        Intake.of(topic.name()).write(handle, null, bytes(topic, record));
    }

    /** The topic that a record travels on. */
    public static Topic<?> topic(SpecificRecord record) {
        return Topics.ALL.stream()
                .filter(topic -> topic.type().equals(record.getSchema().getFullName()))
                .findFirst()
                .orElseThrow();
    }

    /** A record as it travels. */
    @SuppressWarnings("unchecked") // the topic was found by the record's type
    public static <V extends SpecificRecord> byte[] bytes(Topic<V> topic, SpecificRecord record) {
        return topic.values().serializer().serialize(topic.name(), (V) record);
    }
}
