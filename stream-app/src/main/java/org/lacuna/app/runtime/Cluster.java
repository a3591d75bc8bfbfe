package org.lacuna.app.runtime;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The topics' home, however large.
 *
 * @param client how to reach it
 * @param replication replication factor of new topics
 */
record Cluster(Map<String, Object> client, int replication) {

    /** The cluster of a configuration; a broker of our own is started and added to the parts. */
    static Cluster of(Config.Kafka kafka, DataFolder folder, Parts parts) throws CannotStart, IOException {
        return switch (kafka) {
            case Config.Kafka.Cluster(var client, int replication) -> new Cluster(client, replication);
            case Config.Kafka.Embedded(var port) -> {
                var ports = ports(port.orElse(null));
                var broker = EmbeddedBroker.start(folder.broker(), ports);
                parts.add("broker", broker, broker::isRunning, broker::fault);
                yield new Cluster(Map.of("bootstrap.servers", broker.bootstrapServers()), 1);
            }
        };
    }

    /** A port on loopback that nobody listens on. */
    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static EmbeddedBroker.Ports ports(@Nullable Integer wanted) throws CannotStart, IOException {
        try (var clients = listen(wanted == null ? 0 : wanted);
                var controller = listen(0)) {
            return new EmbeddedBroker.Ports(clients.getLocalPort(), controller.getLocalPort());
        }
    }

    private static ServerSocket listen(int port) throws CannotStart, IOException {
        try {
            return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
        } catch (BindException e) {
            throw new CannotStart(
                    "port %d is in use: the broker cannot listen there; give another as broker.port".formatted(port));
        }
    }
}
