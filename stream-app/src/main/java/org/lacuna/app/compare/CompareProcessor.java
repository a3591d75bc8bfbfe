package org.lacuna.app.compare;

import java.time.Instant;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.lacuna.app.compare.engine.Comparer;
import org.lacuna.schema.Change;
import org.lacuna.schema.Comparison;
import org.lacuna.schema.SectionPart;
import org.lacuna.schema.Snapshot;
import org.lacuna.schema.SnapshotRecord;
import org.lacuna.topics.DeadLetters;
import org.lacuna.topics.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what the snapshots bring and reads their work again. A record without a value and a snapshot that names a part
 * that never arrived become dead letters; they leave nothing on the shelf, so that the work can be read further on.
 */
final class CompareProcessor implements Processor<String, SnapshotRecord, String, SpecificRecord> {

    private static final Logger LOG = LoggerFactory.getLogger(CompareProcessor.class);

    private final MarketPlan plan;
    private final Comparer comparer;
    private @Nullable WorkReader reader;
    private @Nullable ProcessorContext<String, SpecificRecord> context;
    private @Nullable Shelf shelf;

    CompareProcessor(MarketPlan plan, Comparer comparer) {
        this.plan = plan;
        this.comparer = comparer;
    }

    @Override
    public void init(ProcessorContext<String, SpecificRecord> context) {
        this.context = context;
        var reads = new Reads(context);
        this.shelf = new Shelf(
                context.getStateStore(Shelf.SECTIONS),
                context.getStateStore(Shelf.SNAPSHOTS),
                context.getStateStore(Shelf.CHANGES),
                context.getStateStore(Shelf.READINGS),
                reads);
        this.reader = new WorkReader(plan, comparer, reads);
    }

    @Override
    public void process(Record<String, SnapshotRecord> record) {
        if (record.value() == null) {
            bury(record, "the record has no value");
            return;
        }
        switch (record.value().getBody()) {
            case SectionPart part -> shelf().put(part);
            case Snapshot snapshot ->
                shelf().lackedBy(snapshot)
                        .ifPresentOrElse(
                                part -> bury(record, part + " never arrived, so that the snapshot cannot be read"),
                                () -> read(snapshot, record.timestamp()));
            default -> throw new IllegalStateException("neither a section part nor a snapshot");
        }
    }

    private void read(Snapshot snapshot, long timestamp) {
        var release = snapshot.getRelease();
        var previous = shelf().last(release.getWork(), release.getId());
        if (previous.filter(version -> version.snapshot().getId().equals(snapshot.getId()))
                .isPresent()) {
            return;
        }
        shelf().put(snapshot);
        var versions = shelf().lastOfAll(release.getWork());
        var current = versions.stream()
                .filter(version -> version.isOf(release))
                .findFirst()
                .orElseThrow();
        var others = versions.stream().filter(version -> !version.isOf(release)).toList();
        var work = release.getWork();
        var known = new WorkReader.Known(others, shelf().changesOf(work), shelf().readingsOf(work));
        var news = Objects.requireNonNull(reader, "init was not called").read(current, previous, known);
        news.comparisons().forEach(comparison -> forward(comparison, timestamp));
        for (var change : news.changes()) {
            shelf().put(change);
            forward(change, timestamp);
        }
        news.moved().forEach(shelf()::put);
        news.readings().forEach((pair, reading) -> shelf().put(work, pair, reading));
    }

    private void forward(Comparison comparison, long timestamp) {
        context().forward(new Record<>(comparison.getWork(), comparison, timestamp), CompareTopology.WRITE_COMPARISONS);
    }

    private void forward(Change change, long timestamp) {
        context().forward(new Record<>(change.getId(), change, timestamp), CompareTopology.WRITE_CHANGES);
    }

    private void bury(Record<String, SnapshotRecord> record, String reason) {
        var at = context().recordMetadata().orElseThrow();
        LOG.warn("{}/{}/{} becomes a dead letter: {}", at.topic(), at.partition(), at.offset(), reason);
        var letter = DeadLetters.letter(
                "compare",
                new TopicPartition(at.topic(), at.partition()),
                at.offset(),
                Instant.ofEpochMilli(record.timestamp()),
                Topics.SNAPSHOTS.keys().serializer().serialize(at.topic(), record.key()),
                Topics.SNAPSHOTS.values().serializer().serialize(at.topic(), record.value()),
                reason);
        context().forward(new Record<>(letter.getId(), letter, record.timestamp()), CompareTopology.WRITE_DEAD_LETTERS);
    }

    private ProcessorContext<String, SpecificRecord> context() {
        return Objects.requireNonNull(context, "init was not called");
    }

    private Shelf shelf() {
        return Objects.requireNonNull(shelf, "init was not called");
    }
}
