package org.lacuna.app.deliver;

import java.util.Optional;

/**
 * Which server takes the mail, and how it is spoken to.
 *
 * @param host name of the server; its certificate must be for this name
 * @param port its port: as a rule 587 for STARTTLS, 465 for TLS
 * @param from one address, with or without a name, that the mail comes from and that a person reads
 * @param security how the line is protected
 * @param credentials user and password, where the server wants them
 */
public record MailSettings(String host, int port, String from, Security security, Optional<Credentials> credentials) {

    /**
     * @throws IllegalArgumentException if {@code from} is not one address, or a password would go over an open line
     */
    public MailSettings {
        if (MailAddress.of(from).isEmpty()) {
            throw new IllegalArgumentException("mail: from: not one mail address; give one such as lacuna@example.org");
        }
        if (security == Security.NONE && credentials.isPresent()) {
            throw new IllegalArgumentException(
                    "mail: security: a password does not go over an open line; choose STARTTLS or TLS");
        }
    }

    /** How the line to the server is protected. */
    public enum Security {
        /** Not at all: for a server on this machine. */
        NONE,
        /** An open line that must turn to TLS before anything is said; a server that does not offer it gets nothing. */
        STARTTLS,
        /** TLS from the first byte. */
        TLS
    }

    /**
     * User and password.
     *
     * @param user name of the user
     * @param password never written anywhere
     */
    public record Credentials(String user, String password) {
        @Override
        public String toString() {
            return "Credentials[user=" + user + "]";
        }
    }

    MailAddress sender() {
        return MailAddress.of(from).orElseThrow();
    }
}
