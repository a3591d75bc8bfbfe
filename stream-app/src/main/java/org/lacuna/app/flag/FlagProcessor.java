package org.lacuna.app.flag;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.lacuna.schema.Change;
import org.lacuna.schema.Finding;
import org.lacuna.topics.DeadLetters;
import org.lacuna.topics.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the last finding of each change and writes what a change makes of it. No change at all is a dead letter. */
final class FlagProcessor implements Processor<String, Change, String, SpecificRecord> {

    private static final Logger LOG = LoggerFactory.getLogger(FlagProcessor.class);

    private final LifeOfFindings life;
    private @Nullable ProcessorContext<String, SpecificRecord> context;
    private @Nullable KeyValueStore<String, Finding> findings;

    FlagProcessor(LifeOfFindings life) {
        this.life = life;
    }

    @Override
    public void init(ProcessorContext<String, SpecificRecord> context) {
        this.context = context;
        this.findings = context.getStateStore(FlagTopology.FINDINGS);
    }

    @Override
    public void process(Record<String, Change> record) {
        var change = record.value();
        if (change == null) {
            bury(record);
            return;
        }
        var known = Optional.ofNullable(findings().get(change.getId()));
        life.next(change, known, Instant.ofEpochMilli(record.timestamp())).ifPresent(finding -> {
            findings().put(change.getId(), finding);
            context().forward(new Record<>(change.getWork(), finding, record.timestamp()), FlagTopology.WRITE_FINDINGS);
        });
    }

    private void bury(Record<String, Change> record) {
        var reason = "the record has no value";
        var at = context().recordMetadata().orElseThrow();
        LOG.warn("{}/{}/{} becomes a dead letter: {}", at.topic(), at.partition(), at.offset(), reason);
        var letter = DeadLetters.letter(
                "flag",
                new TopicPartition(at.topic(), at.partition()),
                at.offset(),
                Instant.ofEpochMilli(record.timestamp()),
                Topics.CHANGES.keys().serializer().serialize(at.topic(), record.key()),
                null,
                reason);
        context().forward(new Record<>(letter.getId(), letter, record.timestamp()), FlagTopology.WRITE_DEAD_LETTERS);
    }

    private ProcessorContext<String, SpecificRecord> context() {
        return Objects.requireNonNull(context, "init was not called");
    }

    private KeyValueStore<String, Finding> findings() {
        return Objects.requireNonNull(findings, "init was not called");
    }
}
