package org.lacuna.app.compare;

import java.util.Map;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.common.metrics.stats.CumulativeSum;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * What the stage read and aligned, counted as metrics of its task beside those of Kafka Streams: the same on every
 * machine, so that a test can hold it to a bound. One thread.
 */
final class Reads {

    private static final String GROUP = "lacuna-compare";

    private final Sensor sections;
    private final Sensor tokens;
    private final Sensor passages;

    Reads(ProcessorContext<?, ?> context) {
        sections = sensor(context, "sections-read-total", "Sections read from the state");
        tokens = sensor(context, "tokens-read-total", "Tokens of sections read, for any purpose");
        passages = sensor(context, "passages-aligned-total", "Passages aligned, of both sides");
    }

    private static Sensor sensor(ProcessorContext<?, ?> context, String name, String description) {
        String task = context.taskId().toString();
        var sensor = context.metrics().addSensor(GROUP + "." + task + "." + name, Sensor.RecordingLevel.INFO);
        sensor.add(new MetricName(name, GROUP, description, Map.of("task-id", task)), new CumulativeSum());
        return sensor;
    }

    /** One section was read from the shelf. */
    void section() {
        sections.record();
    }

    /** Tokens were read. */
    void tokens(long count) {
        tokens.record((double) count);
    }

    /** Passages were aligned. */
    void passages(long count) {
        passages.record((double) count);
    }
}
