package org.lacuna.app.runtime;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A real Kafka broker and its controller in this process (KRaft, one node), bound to loopback only. Its data stay in a
 * folder over restarts.
 *
 * <p>A broker that stands alone does not flush before it acknowledges: what cannot be derived again goes to topics that
 * ask for it ({@link org.lacuna.topics.Topic.Keeping#WHAT_PEOPLE_SAY}).
 *
 * <p>Start and close from one thread.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private static final int NODE = 1;

    private final KafkaRaftServer server;
    private final String address;
    private final AtomicReference<String> fault;

    private EmbeddedBroker(KafkaRaftServer server, String address, AtomicReference<String> fault) {
        this.server = server;
        this.address = address;
        this.fault = fault;
    }

    /**
     * Starts the broker and waits until it serves.
     *
     * @param folder where its data are kept; made where it is missing
     * @param ports the two ports to listen on
     * @throws IOException if the folder cannot be written
     */
    public static EmbeddedBroker start(Path folder, Ports ports) throws IOException {
        Files.createDirectories(folder);
        var config = config(folder, ports);
        if (Files.notExists(folder.resolve("meta.properties"))) {
            format(folder);
        }
        var fault = new AtomicReference<String>();
        tellInsteadOfHalting(folder, fault);
        var server = new KafkaRaftServer(new KafkaConfig(config, false), Time.SYSTEM);
        server.startup();
        return new EmbeddedBroker(server, "127.0.0.1:" + ports.clients(), fault);
    }

    /**
     * A broker whose only folder fails halts the whole process at once. Here it is one part of several: the thread that
     * would halt is kept from going on, and whoever looks after the parts stops them in order.
     */
    private static void tellInsteadOfHalting(Path folder, AtomicReference<String> fault) {
        Exit.Procedure tell = (status, message) -> {
            fault.compareAndSet(
                    null,
                    "the broker stopped: its folder %s cannot be written or is damaged%s; free space there or mend the disk, and start again"
                            .formatted(folder, message == null ? "" : " (" + message + ")"));
            LockSupport.park();
        };
        Exit.setHaltProcedure(tell);
        Exit.setExitProcedure(tell);
    }

    /** Whether it serves. */
    public boolean isRunning() {
        return fault.get() == null;
    }

    /** Why it stopped by itself, and what to do, in one line; empty while it serves. */
    public Optional<String> fault() {
        return Optional.ofNullable(fault.get());
    }

    /**
     * Ports on loopback.
     *
     * @param clients for producers and consumers
     * @param controller for the controller
     */
    public record Ports(int clients, int controller) {}

    /** Address for clients, as {@code bootstrap.servers} takes it. */
    public String bootstrapServers() {
        return address;
    }

    /** Stops in order; what was acknowledged is on disk afterwards. */
    @Override
    public void close() {
        if (!isRunning()) {
            return; // nothing of it can be ended in order any more; it ends with the process
        }
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path folder) {
        try {
            new Formatter()
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(NODE)
                    .setDirectories(Set.of(folder.toString()))
                    .setMetadataLogDirectory(folder.toString())
                    .setControllerListenerName("CONTROLLER")
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    // Standard output is for results.
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .run();
        } catch (Exception e) {
            throw new IllegalStateException("cannot lay out the broker's folder " + folder, e);
        }
    }

    private static Properties config(Path folder, Ports ports) {
        var config = new Properties();
        config.setProperty("process.roles", "broker,controller");
        config.setProperty("node.id", Integer.toString(NODE));
        config.setProperty("controller.listener.names", "CONTROLLER");
        config.setProperty(
                "listeners",
                "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(ports.clients(), ports.controller()));
        config.setProperty("advertised.listeners", "PLAINTEXT://127.0.0.1:" + ports.clients());
        config.setProperty("controller.quorum.voters", NODE + "@127.0.0.1:" + ports.controller());
        config.setProperty("log.dirs", folder.toString());
        config.setProperty("auto.create.topics.enable", "false");
        // One node: nothing to replicate to, and no other member to wait for.
        for (var topic : new String[] {"offsets.topic", "transaction.state.log", "share.coordinator.state.topic"}) {
            config.setProperty(topic + ".replication.factor", "1");
        }
        config.setProperty("transaction.state.log.min.isr", "1");
        config.setProperty("share.coordinator.state.topic.min.isr", "1");
        config.setProperty("offsets.topic.num.partitions", "4");
        config.setProperty("transaction.state.log.num.partitions", "4");
        config.setProperty("group.initial.rebalance.delay.ms", "0");
        return config;
    }
}
