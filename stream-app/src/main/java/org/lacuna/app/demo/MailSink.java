package org.lacuna.app.demo;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lacuna.topics.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/**
 * A real SMTP server on loopback that passes nothing on: each mail becomes a file that any mail program opens. The file is
 * named after the Message-ID, so a mail that was sent twice is one file. Safe for many threads.
 */
public final class MailSink implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MailSink.class);
    private static final int LARGEST = 4 * 1024 * 1024;
    private static final int CONNECTIONS = 20;
    private static final int RECIPIENTS = 20;
    private static final int LONGEST_NAME = 150;

    private final Path folder;
    private final Set<Path> mails = new LinkedHashSet<>();
    private final SMTPServer server;
    private int received;

    private MailSink(Path folder, int port) {
        this.folder = folder;
        this.server = SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .softwareName("Lacuna mail sink")
                .maxMessageSize(LARGEST)
                .maxConnections(CONNECTIONS)
                .maxRecipients(RECIPIENTS)
                .messageHandler((context, from, to, mail) -> receive(mail))
                .build();
    }

    /**
     * Starts to listen.
     *
     * @param folder where the mails are kept; made where it is missing; what it holds already is kept
     * @param port port on loopback; 0 for a free one
     * @throws IOException if the folder cannot be written or the port is in use
     */
    public static MailSink start(Path folder, int port) throws IOException {
        Files.createDirectories(folder);
        var sink = new MailSink(folder, port);
        try (var kept = Files.newDirectoryStream(folder, "*.eml")) {
            var paths = new ArrayList<Path>();
            kept.forEach(paths::add);
            sink.mails.addAll(paths.stream().sorted().toList());
        }
        try {
            sink.server.start();
        } catch (RuntimeException e) {
            throw new IOException(
                    "cannot listen for mail on port %d of this machine: %s".formatted(port, e.getMessage()), e);
        }
        return sink;
    }

    /** The port that it listens on. */
    public int port() {
        return server.getPortAllocated();
    }

    /** The mails: those of earlier runs by name, then those of this run in the order they came first. */
    public synchronized List<Path> mails() {
        return List.copyOf(mails);
    }

    /** How often a mail was received in this run, once for each receiver; a mail that came twice counts twice. */
    public synchronized int received() {
        return received;
    }

    /** Stops listening; the files stay. */
    @Override
    public void close() {
        server.stop();
    }

    private synchronized void receive(byte[] mail) throws RejectException {
        try {
            var file = folder.resolve(name(mail) + ".eml");
            var part = Files.write(folder.resolve("incoming.part"), mail);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            mails.add(file);
            received++;
        } catch (IOException e) {
            LOG.warn("a mail cannot be kept in {}", folder, e);
            throw new RejectException(451, "cannot keep it now");
        }
    }

    /** The Message-ID where it is a name that any file system takes, otherwise a hash of it; of the mail without one. */
    private static String name(byte[] mail) {
        var id = messageId(mail).map(String::strip).filter(s -> !s.isEmpty());
        return id.map(s -> s.replaceAll("[<>]", ""))
                .filter(s -> s.length() <= LONGEST_NAME && s.matches("[A-Za-z0-9][A-Za-z0-9@._-]*"))
                .orElseGet(() -> Ids.of(id.orElseGet(() -> new String(mail, StandardCharsets.ISO_8859_1))));
    }

    private static Optional<String> messageId(byte[] mail) {
        try {
            return Optional.ofNullable(
                    new InternetHeaders(new ByteArrayInputStream(mail)).getHeader("Message-ID", null));
        } catch (MessagingException e) {
            return Optional.empty();
        }
    }
}
