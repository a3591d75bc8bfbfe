package org.lacuna.app.deliver;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One mail address.
 *
 * @param internet the address as the mail library has it
 */
record MailAddress(InternetAddress internet) {

    /** Empty where the text is anything but one address in ASCII: a list, a group, a line break, another alphabet. */
    static Optional<MailAddress> of(String text) {
        try {
            var address = new InternetAddress(text, true);
            boolean plain = StandardCharsets.US_ASCII.newEncoder().canEncode(address.getAddress())
                    && text.chars().noneMatch(Character::isISOControl);
            return plain && !address.isGroup() && address.getAddress().indexOf('@') > 0
                    ? Optional.of(new MailAddress(address))
                    : Optional.empty();
        } catch (AddressException e) {
            return Optional.empty();
        }
    }

    /** The address alone, without a name. */
    String plain() {
        return internet.getAddress();
    }

    String domain() {
        return plain().substring(plain().lastIndexOf('@') + 1);
    }
}
