package org.lacuna.app.alert;

import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.jspecify.annotations.Nullable;
import org.lacuna.schema.Alert;
import org.lacuna.schema.Finding;
import org.lacuna.schema.Subscription;
import org.lacuna.topics.Ids;

/**
 * Holds a finding against every subscription. A subscription hears of records that are no older than itself, by the
 * records' own times: when everything is read again from the start, the two topics may arrive in another order.
 */
final class AlertProcessor implements Processor<String, Finding, String, Alert> {

    private @Nullable ProcessorContext<String, Alert> context;
    private @Nullable ReadOnlyKeyValueStore<String, ValueAndTimestamp<Subscription>> subscriptions;
    private @Nullable KeyValueStore<String, Long> raised;

    @Override
    public void init(ProcessorContext<String, Alert> context) {
        this.context = context;
        this.subscriptions = context.getStateStore(AlertTopology.SUBSCRIPTIONS);
        this.raised = context.getStateStore(AlertTopology.RAISED);
    }

    @Override
    public void process(Record<String, Finding> record) {
        try (var all = Objects.requireNonNull(subscriptions).all()) {
            all.forEachRemaining(entry -> {
                var subscription = entry.value.value();
                if (entry.value.timestamp() <= record.timestamp() && new Wish(subscription).covers(record.value())) {
                    raise(subscription, record);
                }
            });
        }
    }

    private void raise(Subscription subscription, Record<String, Finding> record) {
        var id = Ids.of(record.value().getId(), subscription.getId());
        if (Objects.requireNonNull(raised).putIfAbsent(id, record.timestamp()) == null) {
            var alert = new Alert(id, subscription, record.value(), Instant.ofEpochMilli(record.timestamp()));
            Objects.requireNonNull(context).forward(new Record<>(id, alert, record.timestamp()));
        }
    }
}
