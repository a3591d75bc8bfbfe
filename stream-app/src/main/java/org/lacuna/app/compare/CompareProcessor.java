package org.lacuna.app.compare;

import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.lacuna.schema.Change;
import org.lacuna.schema.Comparison;
import org.lacuna.schema.SectionPart;
import org.lacuna.schema.Snapshot;
import org.lacuna.schema.SnapshotRecord;

/** Keeps what the snapshots bring and reads their work again. */
final class CompareProcessor implements Processor<String, SnapshotRecord, String, SpecificRecord> {

    private final WorkReader reader;
    private @Nullable ProcessorContext<String, SpecificRecord> context;
    private @Nullable Shelf shelf;

    CompareProcessor(WorkReader reader) {
        this.reader = reader;
    }

    @Override
    public void init(ProcessorContext<String, SpecificRecord> context) {
        this.context = context;
        this.shelf = new Shelf(
                context.getStateStore(Shelf.SECTIONS),
                context.getStateStore(Shelf.SNAPSHOTS),
                context.getStateStore(Shelf.CHANGES));
    }

    @Override
    public void process(Record<String, SnapshotRecord> record) {
        switch (record.value().getBody()) {
            case SectionPart part -> shelf().put(part);
            case Snapshot snapshot -> read(snapshot, record.timestamp());
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
        var news = reader.read(current, previous, others, shelf().changesOf(release.getWork()));
        news.comparisons().forEach(comparison -> forward(comparison, timestamp));
        for (var change : news.changes()) {
            shelf().put(change);
            forward(change, timestamp);
        }
        news.confirmed().forEach(shelf()::put);
    }

    private void forward(Comparison comparison, long timestamp) {
        context().forward(new Record<>(comparison.getWork(), comparison, timestamp), CompareTopology.WRITE_COMPARISONS);
    }

    private void forward(Change change, long timestamp) {
        context().forward(new Record<>(change.getId(), change, timestamp), CompareTopology.WRITE_CHANGES);
    }

    private ProcessorContext<String, SpecificRecord> context() {
        return Objects.requireNonNull(context, "init was not called");
    }

    private Shelf shelf() {
        return Objects.requireNonNull(shelf, "init was not called");
    }
}
