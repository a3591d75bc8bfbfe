package org.lacuna.topics;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.lacuna.schema.Alert;
import org.lacuna.schema.Change;
import org.lacuna.schema.Comparison;
import org.lacuna.schema.DeadLetter;
import org.lacuna.schema.Delivery;
import org.lacuna.schema.Finding;
import org.lacuna.schema.KnownRelease;
import org.lacuna.schema.Review;
import org.lacuna.schema.SnapshotRecord;
import org.lacuna.schema.SourceFault;
import org.lacuna.schema.Subscription;
import org.lacuna.topics.Topic.Keeping;

/** Every topic there is, in the order the data flows. A new version of a topic gets a new name. */
public final class Topics {

    /** What was collected: parts of new sections, then the snapshot that names them, in one transaction. */
    public static final Topic<SnapshotRecord> SNAPSHOTS =
            topic("snapshots", "work id", SnapshotRecord.class, 4, Keeping.FOR_EVER);

    /** What a collector knows of each release at each source. */
    public static final Topic<KnownRelease> KNOWN_RELEASES =
            topic("known-releases", "source and release id", KnownRelease.class, 1, Keeping.LAST_OF_EACH_KEY);

    /** Sources that did not deliver what they promise. */
    public static final Topic<SourceFault> SOURCE_FAULTS =
            topic("source-faults", "source id", SourceFault.class, 1, Keeping.NINETY_DAYS);

    /** Pairs of snapshots that were held against each other. */
    public static final Topic<Comparison> COMPARISONS =
            topic("comparisons", "work id", Comparison.class, 4, Keeping.FOR_EVER);

    /** What differs; a change that is seen again otherwise is written again under its id. */
    public static final Topic<Change> CHANGES = topic("changes", "change id", Change.class, 4, Keeping.FOR_EVER);

    /** Changes that were read by the flagger; read again, written again under the same id. */
    public static final Topic<Finding> FINDINGS = topic("findings", "work id", Finding.class, 4, Keeping.FOR_EVER);

    /** Who wants to hear of what. */
    public static final Topic<Subscription> SUBSCRIPTIONS =
            topic("subscriptions", "subscription id", Subscription.class, 1, Keeping.WHAT_PEOPLE_SAY);

    /** Findings matched to subscriptions. */
    public static final Topic<Alert> ALERTS = topic("alerts", "alert id", Alert.class, 1, Keeping.FOR_EVER);

    /** How the sending of each alert ended. */
    public static final Topic<Delivery> DELIVERIES =
            topic("deliveries", "alert id", Delivery.class, 1, Keeping.FOR_EVER);

    /** What people say of findings. */
    public static final Topic<Review> REVIEWS = topic("reviews", "review id", Review.class, 1, Keeping.WHAT_PEOPLE_SAY);

    /** Records that a stage could not read. */
    public static final Topic<DeadLetter> DEAD_LETTERS =
            topic("dead-letters", "topic, partition and offset", DeadLetter.class, 1, Keeping.NINETY_DAYS);

    /** All of them, in the order the data flows. */
    public static final List<Topic<?>> ALL = List.of(
            SNAPSHOTS,
            KNOWN_RELEASES,
            SOURCE_FAULTS,
            COMPARISONS,
            CHANGES,
            FINDINGS,
            SUBSCRIPTIONS,
            ALERTS,
            DELIVERIES,
            REVIEWS,
            DEAD_LETTERS);

    private Topics() {}

    private static <V extends SpecificRecord> Topic<V> topic(
            String plural, String key, Class<V> type, int partitions, Keeping keeping) {
        return new Topic<>("lacuna." + plural + ".v1", key, AvroSerde.of(type), partitions, keeping);
    }
}
