package org.lacuna.app.deliver;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.lacuna.app.deliver.MailSettings.Credentials;
import org.lacuna.app.deliver.MailSettings.Security;
import org.lacuna.schema.Alert;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends alerts as mail over SMTP, one connection each: they are few. For one thread.
 *
 * <p>Only what the server says of the mail itself can be final: a greeting, a certificate, a STARTTLS or a password that
 * fails is a matter between the servers, and the mail waits.
 */
final class Mailer {

    private static final Logger LOG = LoggerFactory.getLogger(Mailer.class);
    private static final String MILLIS = "30000";
    private static final int LONGEST_ANSWER = 300;

    private final MailSettings settings;
    private final LetterWriter writer;
    private final Session session;

    Mailer(MailSettings settings, LetterWriter writer) {
        this.settings = settings;
        this.writer = writer;
        this.session = Session.getInstance(properties(settings));
    }

    /** One try. */
    Outcome send(Alert alert) {
        var to = MailAddress.of(alert.getSubscription().getMail());
        if (to.isEmpty()) {
            return new Outcome.Refused("not one mail address; correct the subscription");
        }
        try {
            var mail = AlertMail.of(session, alert, writer.write(alert), settings.sender(), to.get());
            return send(mail, to.get());
        } catch (RuntimeException e) {
            LOG.error("alert {} cannot be put into a mail", alert.getId(), e);
            return new Outcome.Unwritable("cannot be put into a mail: " + e);
        }
    }

    private Outcome send(MimeMessage mail, MailAddress to) {
        var connected = false;
        var transport = new SMTPTransport(session, null);
        try {
            transport.connect(
                    settings.host(),
                    settings.port(),
                    settings.credentials().map(Credentials::user).orElse(null),
                    settings.credentials().map(Credentials::password).orElse(null));
            connected = true;
            transport.sendMessage(mail, new Address[] {to.internet()});
            return new Outcome.Accepted(said(transport.getLastServerResponse(), to));
        } catch (MessagingException e) {
            var answer = said(SmtpAnswer.in(e).says(), to);
            return connected && SmtpAnswer.in(e).isFinal()
                    ? new Outcome.Refused(answer)
                    : new Outcome.Later("the mail server %s:%d does not take mail now: %s"
                            .formatted(settings.host(), settings.port(), answer));
        } finally {
            leave(transport);
        }
    }

    /** What the server answered before stands, however the good-bye goes. */
    private static void leave(SMTPTransport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            // The line is gone, which is what was wanted.
        }
    }

    /** Answers travel on a topic and into logs; addresses of subscribers do not. */
    private static String said(String answer, MailAddress to) {
        return Visible.line(
                Pattern.compile(Pattern.quote(to.plain()), Pattern.CASE_INSENSITIVE)
                        .matcher(answer)
                        .replaceAll("(address)"),
                LONGEST_ANSWER);
    }

    private static Properties properties(MailSettings settings) {
        var mail = new Properties();
        mail.setProperty("mail.smtp.connectiontimeout", MILLIS);
        mail.setProperty("mail.smtp.timeout", MILLIS);
        mail.setProperty("mail.smtp.writetimeout", MILLIS);
        mail.setProperty("mail.smtp.from", settings.sender().plain());
        // Otherwise the name of this machine is looked up and told to the server.
        mail.setProperty("mail.smtp.localhost", settings.sender().domain());
        mail.setProperty(
                "mail.smtp.auth", Boolean.toString(settings.credentials().isPresent()));
        mail.setProperty("mail.smtp.starttls.enable", Boolean.toString(settings.security() == Security.STARTTLS));
        mail.setProperty("mail.smtp.starttls.required", Boolean.toString(settings.security() == Security.STARTTLS));
        mail.setProperty("mail.smtp.ssl.enable", Boolean.toString(settings.security() == Security.TLS));
        mail.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        return mail;
    }
}
