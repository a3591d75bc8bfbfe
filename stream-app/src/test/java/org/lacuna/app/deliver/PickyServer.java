package org.lacuna.app.deliver;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** An SMTP server that does not take everything. */
final class PickyServer implements AutoCloseable {

    private static final char[] PASSWORD = "for-tests-only".toCharArray();

    private final Map<String, Integer> answers;
    private final List<String> recipients = new CopyOnWriteArrayList<>();
    private final SMTPServer server;

    private PickyServer(Map<String, Integer> answers, Optional<SSLContext> tls) {
        this.answers = new ConcurrentHashMap<>(answers);
        var builder = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .messageHandlerFactory(context -> new Handler());
        tls.ifPresent(context -> builder.enableTLS().startTlsSocketFactory(context));
        this.server = builder.build();
        server.start();
    }

    /** @param answers reply code for each recipient that is not taken */
    static PickyServer start(Map<String, Integer> answers) {
        return new PickyServer(answers, Optional.empty());
    }

    /** One that offers STARTTLS with a certificate of its own making. */
    static PickyServer startTls(Path folder) throws Exception {
        var file = folder.resolve("server.p12");
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keystore",
                        file.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "SAN=IP:127.0.0.1")
                .inheritIO()
                .start()
                .waitFor();
        var keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return new PickyServer(Map.of(), Optional.of(context));
    }

    int port() {
        return server.getPortAllocated();
    }

    /** Takes mail for a recipient from now on. */
    void accept(String recipient) {
        answers.remove(recipient);
    }

    /** Whom mail was taken for, in order. */
    List<String> recipients() {
        return List.copyOf(recipients);
    }

    @Override
    public void close() {
        server.stop();
    }

    private final class Handler implements MessageHandler {

        private String to = "";

        @Override
        public void from(String from) {}

        @Override
        public void recipient(String recipient) throws RejectException {
            var code = answers.get(recipient);
            if (code != null) {
                throw new RejectException(code, "not for <" + recipient + ">");
            }
            to = recipient;
        }

        @Override
        public String data(InputStream data) throws IOException {
            data.readAllBytes();
            recipients.add(to);
            return "taken";
        }

        @Override
        public void done() {}
    }
}
