package org.lacuna.app.web;

import io.javalin.Javalin;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Optional;
import org.lacuna.app.history.Archive;

/** The site over HTTP, until it is closed. Reads the archive and never writes. */
public final class WebServer implements AutoCloseable {

    /**
     * Where it is served.
     *
     * @param host address to listen on, such as {@code 127.0.0.1}
     * @param port port to listen on; 0 for any that is free
     * @param publicUrl where the world finds it: feeds, twins and citations name it
     */
    public record Settings(String host, int port, URI publicUrl) {}

    /** What became of starting. */
    public sealed interface Start {}

    /** It answers. */
    public record Started(WebServer server) implements Start {}

    /**
     * It does not.
     *
     * @param why what is wrong and what to do, in one line
     */
    public record Refused(String why) implements Start {}

    private final Javalin javalin;

    private WebServer(Javalin javalin) {
        this.javalin = javalin;
    }

    /** Starts the site over an archive, which stays the caller's to close, after the site. */
    public static Start start(Settings settings, Archive archive, Readiness readiness) {
        var closed = closed(settings);
        if (closed.isPresent()) {
            return new Refused(closed.get());
        }
        var links = new Links(settings.publicUrl());
        var pages = new Pages();
        var javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.startup.startupWatcherEnabled = false;
            config.http.prefer405over404 = true;
            config.http.maxRequestSize = CompareRoute.LARGEST;
            config.jetty.modifyServer(server -> server.setErrorHandler(new BareErrors()));
            config.jetty.modifyHttpConfiguration(http -> {
                http.setSendServerVersion(false);
                http.setSendXPoweredBy(false);
            });
            new Problems(pages, links).register(config.routes);
            new Routes(archive, readiness, pages, links).register(config.routes);
        });
        try {
            javalin.start(settings.host(), settings.port());
            return new Started(new WebServer(javalin));
        } catch (JavalinBindException taken) { // between our look and its own
            javalin.stop();
            return new Refused(inUse(settings));
        }
    }

    /** Why the address cannot be listened on; empty where it can. Looked at first, because Javalin logs what it meets. */
    private static Optional<String> closed(Settings settings) {
        try (var look = new ServerSocket()) {
            look.setReuseAddress(true); // as Jetty does: what a server left behind a moment ago is no other program
            look.bind(new InetSocketAddress(settings.host(), settings.port()));
            return Optional.empty();
        } catch (IOException e) {
            var reason = String.valueOf(e.getMessage());
            return Optional.of(
                    reason.contains("in use")
                            ? inUse(settings)
                            : "cannot listen on %s, port %d (%s): give another as web.host or with --port"
                                    .formatted(settings.host(), settings.port(), reason));
        }
    }

    private static String inUse(Settings settings) {
        return "port %d is in use by another program: stop it or give another with --port".formatted(settings.port());
    }

    /** The port that it listens on. */
    public int port() {
        return javalin.port();
    }

    /** Stops listening. A request under way may be cut off; none changes anything. */
    @Override
    public void close() {
        javalin.stop();
    }
}
