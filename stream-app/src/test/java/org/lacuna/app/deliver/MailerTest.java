package org.lacuna.app.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lacuna.app.deliver.MailSettings.Credentials;
import org.lacuna.app.deliver.MailSettings.Security;
import org.lacuna.app.demo.MailSink;
import org.lacuna.schema.Alert;
import org.lacuna.schema.Change;
import org.lacuna.schema.Finding;

/** Against a real SMTP server on a real socket. */
class MailerTest {

    private static final Alert ALERT = Alerts.of("a1", "reader@reader.example");

    @TempDir
    Path folder = Path.of("");

    private MailSink sink;

    @BeforeEach
    void start() throws Exception {
        sink = MailSink.start(folder.resolve("mail"), 0);
    }

    @AfterEach
    void stop() {
        sink.close();
    }

    @Test
    void theMailSaysWhatWhereSinceWhenWhatElseAndWhy() throws Exception {
        // When
        var outcome = mailer(sink.port(), Security.NONE).send(ALERT);

        // Then
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        var mail = mail(sink.mails().getFirst());
        assertThat(mail.getSubject()).isEqualTo("Lacuna: level 3 · REMOVED · The Lantern Strait (CN)");
        assertThat(mail.getMessageID()).isEqualTo("<a1@lacuna.example>");
        assertThat(mail.getHeader("Date")).containsExactly("Sat, 3 Jan 2026 03:04:05 +0000");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("List-Id")).containsExactly("Lacuna alerts <alerts.lacuna.example>");
        assertThat(mail.getRecipients(RecipientType.TO)).hasSize(1);
        var plain = part(mail, 0);
        assertThat(plain)
                .isEqualToNormalizingNewlines(
                        """
                            The CN edition differs from the GLOBAL edition: a passage is missing.

                            WHAT DIFFERS
                            REMOVED in "The Lantern Strait" (film)
                            The GLOBAL release (en) has:
                            > The students stayed in the square.
                            The CN release (zh-Hans) has:
                            (no such text)

                            WHERE
                            The GLOBAL release (en): Reel 2, 00:12:01.200 to 00:12:04.000

                            IN WHICH MARKETS IT STANDS
                            present: GLOBAL, TW
                            missing: CN

                            SINCE WHEN
                            First seen 2026-01-02 03:04 UTC, last confirmed 2026-01-03 03:04 UTC.

                            TOPICS, AND THE VERY WORDS
                            Student protests: "students", "square"

                            OTHER POSSIBLE EXPLANATIONS
                            localisation
                            a limit on length
                            an error in the source

                            HOW CERTAIN THE DIFFERENCE IS
                            97 % certain that the texts differ.

                            WHAT IT POINTS TO
                            Level 3 of 5, political. The named features support that to 64 %.

                            THE FINDING, WITH ALL EVIDENCE
                            https://lacuna.example/pages/findings/f

                            WHY YOU GET THIS
                            You subscribed (s1) to topics: student-protest; media: all; markets: CN; level 3 or above.
                            To end it, write to lacuna@lacuna.example and name the subscription s1.
                            """);
        assertThat(part(mail, 1)).contains("<blockquote dir=\"auto\" lang=\"en\"", "The students stayed");
        assertThat(Files.readString(sink.mails().getFirst())).doesNotContainIgnoringCase("censor");
    }

    @Test
    void aHostileTitleAddsNoHeaderAndNoMarkup() throws Exception {
        // Given
        var title = "Gone\r\nBcc: victim@reader.example\r\n\r\n<script>alert(1)</script>\u202Eevil";
        var finding = ALERT.getFinding();
        var change = Change.newBuilder(finding.getChange()).setTitle(title).build();
        var hostile = Alert.newBuilder(ALERT)
                .setFinding(Finding.newBuilder(finding)
                        .setChange(change)
                        .setStatement(title)
                        .build())
                .build();

        // When
        mailer(sink.port(), Security.NONE).send(hostile);

        // Then
        var mail = mail(sink.mails().getFirst());
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getSubject())
                .isEqualTo("Lacuna: level 3 · REMOVED · Gone Bcc: victim@reader.example"
                        + " <script>alert(1)</script>⟨U+202E⟩evil (CN)");
        assertThat(part(mail, 1))
                .contains("&lt;script&gt;")
                .doesNotContain("<script")
                .doesNotContain("\u202E");
    }

    @Test
    void theSameAlertSentAgainHasTheSameMessageId() {
        // Given
        var mailer = mailer(sink.port(), Security.NONE);
        mailer.send(ALERT);

        // When
        mailer.send(ALERT);

        // Then
        assertThat(sink.received()).isEqualTo(2);
        assertThat(sink.mails()).hasSize(1);
    }

    @Test
    void aCertificateThatNobodyVouchesForGetsNothing() throws Exception {
        try (var server = PickyServer.startTls(folder)) {
            // When
            var outcome = mailer(server.port(), Security.STARTTLS).send(ALERT);

            // Then
            assertThat(outcome).isInstanceOfSatisfying(Outcome.Later.class, later -> assertThat(later.why())
                    .contains("certification path"));
            assertThat(server.recipients()).isEmpty();
        }
    }

    @Test
    void aServerThatDoesNotSpeakTlsGetsNothing() {
        assertThat(mailer(sink.port(), Security.TLS).send(ALERT)).isInstanceOf(Outcome.Later.class);
        assertThat(sink.received()).isZero();
    }

    @Test
    void aPasswordIsNeitherSentOverAnOpenLineNorWritten() {
        var credentials = new Credentials("lacuna", "secret word");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MailSettings(
                        "mail.example", 25, "a@lacuna.example", Security.NONE, Optional.of(credentials)));
        assertThat(new MailSettings(
                                "mail.example", 587, "a@lacuna.example", Security.STARTTLS, Optional.of(credentials))
                        .toString())
                .doesNotContain("secret");
    }

    private static Mailer mailer(int port, Security security) {
        var settings =
                new MailSettings("127.0.0.1", port, "Lacuna <lacuna@lacuna.example>", security, Optional.empty());
        return new Mailer(
                settings,
                new LetterWriter(
                        URI.create("https://lacuna.example/pages/"),
                        settings.sender().plain()));
    }

    private static MimeMessage mail(Path file) throws Exception {
        try (var in = Files.newInputStream(file)) {
            return new MimeMessage(Session.getInstance(new Properties()), in);
        }
    }

    private static String part(MimeMessage mail, int index) throws Exception {
        return (String) ((MimeMultipart) mail.getContent()).getBodyPart(index).getContent();
    }
}
