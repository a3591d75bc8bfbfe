package org.lacuna.app.compare;

import java.util.Map;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.common.metrics.stats.CumulativeSum;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** Tells what the stage read and aligned as metrics of its task, beside those of Kafka Streams. One thread. */
final class Counters {

    private static final String GROUP = "lacuna-compare";

    private final Reads reads;
    private final Sensor sections;
    private final Sensor tokens;
    private final Sensor passages;
    private long toldSections;
    private long toldTokens;
    private long toldPassages;

    Counters(ProcessorContext<?, ?> context, Reads reads) {
        this.reads = reads;
        sections = sensor(context, "sections-read-total", "Sections read from the state");
        tokens = sensor(context, "tokens-read-total", "Tokens read, of any text for any purpose");
        passages = sensor(context, "passages-aligned-total", "Passages aligned, of both sides");
    }

    private static Sensor sensor(ProcessorContext<?, ?> context, String name, String description) {
        String task = context.taskId().toString();
        var sensor = context.metrics().addSensor(GROUP + "." + task + "." + name, Sensor.RecordingLevel.INFO);
        sensor.add(new MetricName(name, GROUP, description, Map.of("task-id", task)), new CumulativeSum());
        return sensor;
    }

    /** Tells what was read since the last time. */
    void tell() {
        sections.record((double) (reads.sections() - toldSections));
        tokens.record((double) (reads.tokens() - toldTokens));
        passages.record((double) (reads.passages() - toldPassages));
        toldSections = reads.sections();
        toldTokens = reads.tokens();
        toldPassages = reads.passages();
    }
}
