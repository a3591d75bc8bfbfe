package org.lacuna.app.deliver;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.lacuna.schema.Alert;

/**
 * A letter as a message (RFC 5322) in plain text and HTML. What is derived from the alert is the same every time, the
 * Message-ID first of all: a receiver can tell that a mail came twice.
 */
final class AlertMail extends MimeMessage {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final String id;

    private AlertMail(Session session, String id) {
        super(session);
        this.id = id;
    }

    static MimeMessage of(Session session, Alert alert, Letter letter, MailAddress from, MailAddress to) {
        try {
            var mail = new AlertMail(session, "<%s@%s>".formatted(word(alert.getId()), from.domain()));
            mail.setFrom(from.internet());
            mail.setRecipient(RecipientType.TO, to.internet());
            mail.setSubject(letter.subject(), "UTF-8");
            mail.setHeader("Date", date(alert.getRaisedAt()));
            mail.setHeader("Auto-Submitted", "auto-generated");
            mail.setHeader("List-Id", "Lacuna alerts <alerts.%s>".formatted(from.domain()));
            mail.setHeader(
                    "List-Unsubscribe",
                    "<mailto:%s?subject=end%%20%s>"
                            .formatted(
                                    from.plain(), word(alert.getSubscription().getId())));
            mail.setContent(new MimeMultipart(
                    "alternative", text(PlainLetter.of(letter), "plain"), text(HtmlLetter.of(letter), "html")));
            mail.saveChanges();
            return mail;
        } catch (MessagingException e) {
            throw new IllegalStateException("a mail that cannot be written", e);
        }
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }

    private static MimeBodyPart text(String text, String kind) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, "UTF-8", kind);
        return part;
    }

    private static String date(Instant time) {
        return DATE.format(time);
    }

    /** An id is hexadecimal as a rule; whatever else it holds must not end the header. */
    private static String word(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
