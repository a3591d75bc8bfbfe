package org.lacuna.scrapers.fetch;

import java.net.InetSocketAddress;
import java.net.Proxy;

/** A way out to the network, which decides the region that a source sees. */
public sealed interface Egress {

    /** Straight from this machine, whatever proxy the machine is set to. */
    record Direct() implements Egress {}

    /** Through an HTTP proxy; names are looked up there. */
    record HttpProxy(String host, int port) implements Egress {}

    /** Through a SOCKS 5 proxy, such as Tor's; names are looked up there. */
    record Socks(String host, int port) implements Egress {}

    /** The same in Java's terms. */
    default Proxy proxy() {
        return switch (this) {
            case Direct() -> Proxy.NO_PROXY;
            case HttpProxy(var host, var port) -> new Proxy(Proxy.Type.HTTP, new InetSocketAddress(host, port));
            case Socks(var host, var port) -> new Proxy(Proxy.Type.SOCKS, new InetSocketAddress(host, port));
        };
    }
}
