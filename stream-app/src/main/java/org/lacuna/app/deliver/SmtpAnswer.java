package org.lacuna.app.deliver;

import jakarta.mail.MessagingException;
import java.util.Optional;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/**
 * What a server said when it did not take a mail.
 *
 * @param code reply code (RFC 5321, section 4.2); 0 where the server was not understood or not reached
 * @param says its words, or the library's
 */
record SmtpAnswer(int code, String says) {

    /** "Log in first", "encrypt first" and the like (RFC 4954, RFC 3207): said to us, not of the mail. */
    private static final Set<Integer> SAID_TO_US = Set.of(530, 534, 535, 538);

    /** The innermost answer, which is the nearest to the receiver; failing that the innermost reason. */
    static SmtpAnswer in(MessagingException e) {
        var answer = new SmtpAnswer(0, String.valueOf(e.getMessage()));
        Optional<Exception> cause = Optional.of(e);
        while (cause.isPresent()) {
            var said = of(cause.get());
            if (said.code() > 0 || answer.code() == 0) {
                answer = said;
            }
            cause = cause.get() instanceof MessagingException m
                    ? Optional.ofNullable(m.getNextException())
                    : Optional.empty();
        }
        return answer;
    }

    boolean isFinal() {
        return code >= 500 && code < 600 && !SAID_TO_US.contains(code);
    }

    private static SmtpAnswer of(Exception e) {
        int code =
                switch (e) {
                    case SMTPAddressFailedException failed -> failed.getReturnCode();
                    case SMTPSenderFailedException failed -> failed.getReturnCode();
                    case SMTPSendFailedException failed -> failed.getReturnCode();
                    default -> 0;
                };
        return new SmtpAnswer(code, String.valueOf(e.getMessage()));
    }
}
