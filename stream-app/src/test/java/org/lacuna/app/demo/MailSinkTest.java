package org.lacuna.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailSinkTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void aMailThatComesTwiceIsOneFileAndCountedTwice() throws Exception {
        try (var sink = MailSink.start(folder, 0)) {
            // When
            send(sink.port(), "<a1@lacuna.example>", "text");
            send(sink.port(), "<a1@lacuna.example>", "text");
            send(sink.port(), "<a2@lacuna.example>", "text");

            // Then
            assertThat(sink.mails())
                    .containsExactly(folder.resolve("a1@lacuna.example.eml"), folder.resolve("a2@lacuna.example.eml"));
            assertThat(sink.received()).isEqualTo(3);
        }
    }

    @Test
    void aHostileMessageIdStaysInTheFolder() throws Exception {
        try (var sink = MailSink.start(folder.resolve("mail"), 0)) {
            // When
            send(sink.port(), "<../../outside@lacuna.example>", "text");

            // Then
            assertThat(sink.mails()).hasSize(1).allSatisfy(p -> assertThat(p.getParent())
                    .isEqualTo(folder.resolve("mail")));
            try (var files = Files.list(folder)) {
                assertThat(files).containsExactly(folder.resolve("mail"));
            }
        }
    }

    @Test
    void aMailAboveTheLimitIsRefused() throws Exception {
        try (var sink = MailSink.start(folder, 0)) {
            // When, Then
            var large = "a line of a mail that does not end\r\n".repeat(150_000);
            assertThatExceptionOfType(MessagingException.class)
                    .isThrownBy(() -> send(sink.port(), "<large@lacuna.example>", large));
            assertThat(sink.mails()).isEmpty();
        }
    }

    @Test
    void mailsAreKeptOverARestartAndAPortInUseIsNamed() throws Exception {
        // Given
        try (var sink = MailSink.start(folder, 0)) {
            send(sink.port(), "<a1@lacuna.example>", "text");
        }

        // When
        try (var sink = MailSink.start(folder, 0)) {

            // Then
            assertThat(sink.mails()).containsExactly(folder.resolve("a1@lacuna.example.eml"));
            assertThat(sink.received()).isZero();
            assertThatThrownBy(() -> MailSink.start(folder, sink.port()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(Integer.toString(sink.port()));
        }
    }

    private static void send(int port, String id, String text) throws MessagingException {
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", Integer.toString(port));
        var mail = new MimeMessage(Session.getInstance(properties)) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id);
            }
        };
        mail.setFrom("lacuna@lacuna.example");
        mail.setRecipients(RecipientType.TO, "reader@reader.example");
        mail.setText(text);
        Transport.send(mail);
    }
}
