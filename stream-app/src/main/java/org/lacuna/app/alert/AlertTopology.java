package org.lacuna.app.alert;

import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.lacuna.schema.Alert;
import org.lacuna.schema.ChangeStatus;
import org.lacuna.schema.Finding;
import org.lacuna.schema.Subscription;
import org.lacuna.topics.Topics;

/**
 * Findings and subscriptions in, alerts out: at most one for each pair of them, ever.
 *
 * <p>One task holds all subscriptions (no global table: its restore cannot be trusted, KAFKA-21034), so the findings that
 * stand come together in one partition. What is raised is derived from the records alone, never from a clock.
 */
public final class AlertTopology {

    static final String SUBSCRIPTIONS = "alert.subscriptions-by-id";
    static final String RAISED = "alert.raised-by-id";

    private final StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(namesAreExplicit()));

    private AlertTopology() {}

    /** The whole story of the stage. */
    public static Topology build() {
        var stage = new AlertTopology();
        stage.keepSubscriptions();
        stage.write(stage.match(stage.together(stage.standing())));
        return stage.builder.build();
    }

    private void keepSubscriptions() {
        builder.table(
                Topics.SUBSCRIPTIONS.name(),
                Consumed.with(Topics.SUBSCRIPTIONS.keys(), Topics.SUBSCRIPTIONS.values())
                        .withName("alert.read-subscriptions"),
                Materialized.<String, Subscription, KeyValueStore<Bytes, byte[]>>as(SUBSCRIPTIONS)
                        .withKeySerde(Topics.SUBSCRIPTIONS.keys())
                        .withValueSerde(Topics.SUBSCRIPTIONS.values())
                        .withCachingDisabled());
    }

    private KStream<String, Finding> standing() {
        return builder.stream(
                        Topics.FINDINGS.name(),
                        Consumed.with(Topics.FINDINGS.keys(), Topics.FINDINGS.values())
                                .withName("alert.read-findings"))
                .filter((work, finding) -> stands(finding), Named.as("alert.keep-standing"));
    }

    private KStream<String, Finding> together(KStream<String, Finding> findings) {
        return findings.selectKey((work, finding) -> finding.getId(), Named.as("alert.key-by-finding"))
                .repartition(Repartitioned.<String, Finding>as("alert.findings-by-id")
                        .withKeySerde(Serdes.String())
                        .withValueSerde(Topics.FINDINGS.values())
                        .withNumberOfPartitions(Topics.SUBSCRIPTIONS.partitions()));
    }

    private KStream<String, Alert> match(KStream<String, Finding> findings) {
        builder.addStateStore(
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(RAISED), Serdes.String(), Serdes.Long())
                        .withCachingDisabled());
        return findings.process(AlertProcessor::new, Named.as("alert.match"), SUBSCRIPTIONS, RAISED);
    }

    private void write(KStream<String, Alert> alerts) {
        alerts.to(
                Topics.ALERTS.name(),
                Produced.with(Topics.ALERTS.keys(), Topics.ALERTS.values()).withName("alert.write-alerts"));
    }

    private static boolean stands(@Nullable Finding finding) {
        return finding != null
                && !finding.getWithdrawn()
                && finding.getChange().getStatus() == ChangeStatus.OPEN
                && finding.getChange().getPipeline().isEmpty();
    }

    /** Read by the builder, before the stage starts with a configuration of its own: a name left out is an error. */
    private static StreamsConfig namesAreExplicit() {
        return new StreamsConfig(Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG, "lacuna.alert",
                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1",
                StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true));
    }
}
