package io.rapport.serve.mail;

import io.rapport.core.address.Address;
import io.rapport.core.error.RapportException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A mail server to send by, and whom to write to.
 *
 * @param user empty where it asks for none
 * @param password of the same
 * @param from what letters are from
 * @param administrators those of the tenant, who can consent
 */
public record MailServer(
        String host,
        int port,
        Protection protection,
        String user,
        String password,
        Address from,
        List<Address> administrators) {

    private static final int MOST_ADMINISTRATORS = 50;

    /** How the way to it is protected. */
    public enum Protection {
        /** Encrypted after a word in the clear, or not sent at all. */
        STARTTLS("STARTTLS"),
        /** Encrypted from the first byte. */
        TLS("TLS"),
        /** Not at all: for a server on this machine. */
        NONE("None");

        private final String word;

        Protection(String word) {
            this.word = word;
        }

        /** As people read it. */
        public String word() {
            return word;
        }

        public static Optional<Protection> find(String name) {
            return Arrays.stream(values())
                    .filter(known -> known.name().equals(name.toUpperCase(Locale.ROOT)))
                    .findFirst();
        }
    }

    public MailServer {
        administrators = List.copyOf(administrators);
    }

    /**
     * Checks what somebody typed.
     *
     * @param administrators addresses, one a line
     * @throws RapportException {@link MailError#MAIL_SETTING}, with everything that is wrong
     */
    public static MailServer of(
            String host,
            String port,
            String protection,
            String user,
            String password,
            String from,
            String administrators) {
        List<String> wrong = new ArrayList<>();
        if (!host.matches("[A-Za-z0-9._:-]{1,255}")) {
            wrong.add("The host is a name such as smtp.contoso.com.");
        }
        int number = port.matches("[0-9]{1,5}") ? Integer.parseInt(port) : 0;
        if (number < 1 || number > 65_535) {
            wrong.add("The port is a number from 1 to 65,535.");
        }
        Optional<Protection> found = Protection.find(protection);
        if (found.isEmpty()) {
            wrong.add("Choose how the way to it is protected.");
        }
        if (user.isEmpty() != password.isEmpty()) {
            wrong.add("A user and a password go together.");
        }
        if (found.filter(Protection.NONE::equals).isPresent()
                && !user.isEmpty()
                && !List.of("localhost", "127.0.0.1", "::1").contains(host)) {
            wrong.add("A password does not go over an unprotected way; choose STARTTLS or TLS.");
        }
        Optional<Address> sender = Address.find(from).filter(MailServer::isPlain);
        if (sender.isEmpty()) {
            wrong.add("The sender is a mail address.");
        }
        List<String> lines = administrators
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        List<Address> people = lines.stream()
                .flatMap(line -> Address.find(line).stream())
                .filter(MailServer::isPlain)
                .distinct()
                .toList();
        if (lines.isEmpty()
                || lines.size() > MOST_ADMINISTRATORS
                || people.size() < lines.stream().distinct().count()) {
            wrong.add("Name 1 to " + MOST_ADMINISTRATORS + " administrators, one mail address a line.");
        }
        if (!wrong.isEmpty() || found.isEmpty() || sender.isEmpty()) {
            throw new RapportException(MailError.MAIL_SETTING, String.join(" ", wrong));
        }
        return new MailServer(host, number, found.get(), user, password, sender.get(), people);
    }

    /** Nothing in it that a letter's head could be broken with. */
    private static boolean isPlain(Address address) {
        return address.value().matches("[^\\s<>\",;:\\\\()\\[\\]]+@[^\\s<>\",;:\\\\()\\[\\]@]+");
    }

    /** Names neither the user nor anybody. */
    @Override
    public String toString() {
        return "mail server " + host + ":" + port;
    }
}
