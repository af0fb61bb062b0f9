package io.rapport.serve.mail;

import io.rapport.core.address.Address;
import io.rapport.core.error.RapportException;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Sends letters over SMTP: plain text. */
public final class Post {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Post() {}

    /**
     * Sends one letter to the administrators of the settings, none of whom sees the others' addresses.
     *
     * @param at the letter's date
     * @throws RapportException {@link MailError#MAIL_SERVER_AWAY}, {@link MailError#MAIL_SIGN_IN} or
     *     {@link MailError#MAIL_REFUSED}; the message names no address
     */
    public static void send(MailServer server, String subject, String text, Instant at) {
        send(server, server.administrators(), subject, text, null, at);
    }

    /**
     * Sends one letter to all of them, none of whom sees the others' addresses.
     *
     * @param unsubscribe where whoever gets it ends that, for mail programs that show a button; null for none
     * @param at the letter's date
     * @throws RapportException as {@link #send(MailServer, String, String, Instant)}
     */
    public static void send(
            MailServer server, List<Address> to, String subject, String text, @Nullable URI unsubscribe, Instant at) {
        try {
            MimeMessage letter = new MimeMessage(session(server));
            letter.setFrom(new InternetAddress(server.from().value()));
            for (Address reader : to) {
                letter.addRecipient(Message.RecipientType.BCC, new InternetAddress(reader.value()));
            }
            letter.setSubject(subject.replaceAll("\\p{Cntrl}", " "), StandardCharsets.UTF_8.name());
            letter.setText(text, StandardCharsets.UTF_8.name());
            letter.setSentDate(Date.from(at));
            // Nobody's absence is answered to a program.
            letter.setHeader("Auto-Submitted", "auto-generated");
            if (unsubscribe != null) {
                letter.setHeader("List-Unsubscribe", "<" + unsubscribe + ">");
            }
            Transport.send(letter);
        } catch (AuthenticationFailedException refused) {
            throw failed(
                    MailError.MAIL_SIGN_IN,
                    server
                            + " does not take the user and password of the settings. Change them under System > Settings.",
                    refused);
        } catch (SendFailedException refused) {
            throw failed(
                    MailError.MAIL_REFUSED,
                    server
                            + " does not take the letter: it refuses the sender or the address that it is for. Check them"
                            + " under System > Settings.",
                    refused);
        } catch (MessagingException away) {
            throw failed(
                    MailError.MAIL_SERVER_AWAY,
                    server
                            + " does not answer, or the way to it can't be protected as the settings ask for. Check host,"
                            + " port and protection under System > Settings.",
                    away);
        }
    }

    /** What the server said may name people: its text stays out. */
    private static RapportException failed(MailError code, String text, MessagingException cause) {
        return new RapportException(code, text, cause);
    }

    private static Session session(MailServer server) {
        Properties settings = new Properties();
        String millis = Long.toString(PATIENCE.toMillis());
        settings.put("mail.transport.protocol", "smtp");
        settings.put("mail.smtp.host", server.host());
        settings.put("mail.smtp.port", Integer.toString(server.port()));
        settings.put("mail.smtp.connectiontimeout", millis);
        settings.put("mail.smtp.timeout", millis);
        settings.put("mail.smtp.writetimeout", millis);
        settings.put("mail.smtp.ssl.checkserveridentity", "true");
        settings.put("mail.smtp.localhost", "rapport");
        switch (server.protection()) {
            case STARTTLS -> {
                settings.put("mail.smtp.starttls.enable", "true");
                settings.put("mail.smtp.starttls.required", "true");
            }
            case TLS -> settings.put("mail.smtp.ssl.enable", "true");
            case NONE -> settings.put("mail.smtp.starttls.enable", "false");
        }
        if (server.user().isEmpty()) {
            return Session.getInstance(settings);
        }
        settings.put("mail.smtp.auth", "true");
        return Session.getInstance(settings, new Authenticator() {
            @Override
            protected @Nullable PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(server.user(), server.password());
            }
        });
    }
}
