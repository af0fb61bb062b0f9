package io.rapport.serve.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.rapport.core.error.RapportException;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final GreenMail server =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void each_administrator_gets_the_letter_and_sees_no_other_address() throws Exception {
        Post.send(settings("", ""), "Consent asked for: Zoë's", "Look here:\nhttps://rapport.contoso.com\n", NOON);

        MimeMessage[] received = server.getReceivedMessages();
        assertThat(received).hasSize(2);
        for (MimeMessage letter : received) {
            assertThat(letter.getSubject()).isEqualTo("Consent asked for: Zoë's");
            assertThat(String.valueOf(letter.getContent())).contains("https://rapport.contoso.com");
            assertThat(letter.getHeader("Bcc")).isNull();
            assertThat(letter.getHeader("To")).isNull();
            assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(letter.getHeader("List-Unsubscribe")).isNull();
            assertThat(letter.getSentDate()).isEqualTo(NOON);
        }
    }

    @Test
    void a_subject_can_not_add_lines_to_the_letters_head() throws Exception {
        Post.send(settings("", ""), "One\r\nX-Other: two", "Text", NOON);

        assertThat(server.getReceivedMessages()[0].getHeader("X-Other")).isNull();
    }

    @Test
    void a_server_that_is_away_is_said_to_be_and_nobody_is_named() {
        MailServer away = settings("", "");
        server.stop();

        assertThatThrownBy(() -> Post.send(away, "Subject", "Text", NOON))
                .isInstanceOfSatisfying(RapportException.class, failed -> {
                    assertThat(failed.code()).isEqualTo(MailError.MAIL_SERVER_AWAY);
                    assertThat(failed.text()).doesNotContain("@");
                });
    }

    @Test
    void a_wrong_password_is_said_to_be_one() {
        server.setUser("rapport", "right");
        server.getUserManager().setAuthRequired(true);

        assertThatThrownBy(() -> Post.send(settings("rapport", "wrong"), "Subject", "Text", NOON))
                .isInstanceOfSatisfying(
                        RapportException.class,
                        failed -> assertThat(failed.code()).isEqualTo(MailError.MAIL_SIGN_IN));
        Post.send(settings("rapport", "right"), "Subject", "Text", NOON);
        assertThat(server.getReceivedMessages()).hasSize(2);
    }

    @Test
    void a_server_that_can_not_be_protected_gets_nothing() {
        MailServer protectedOne = MailServer.of(
                "127.0.0.1",
                Integer.toString(server.getSmtp().getPort()),
                "STARTTLS",
                "",
                "",
                "rapport@contoso.com",
                "admin@contoso.com");

        assertThatThrownBy(() -> Post.send(protectedOne, "Subject", "Text", NOON))
                .isInstanceOf(RapportException.class);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void everything_that_is_wrong_with_the_settings_is_said_at_once() {
        assertThatThrownBy(() -> MailServer.of("no host", "99999", "WAX", "user", "", "nobody", "a@b\nno address"))
                .isInstanceOfSatisfying(
                        RapportException.class,
                        wrong -> assertThat(wrong.text())
                                .contains("host", "port", "protected", "password", "sender", "administrators")
                                .doesNotContain("@"));
        assertThatThrownBy(() -> MailServer.of(
                        "smtp.contoso.com", "25", "NONE", "user", "secret", "a@contoso.com", "b@contoso.com"))
                .hasMessageContaining("unprotected");
        assertThatThrownBy(() ->
                        MailServer.of("smtp.contoso.com", "25", "TLS", "", "", "a@contoso.com", "b@c>,d@contoso.com"))
                .isInstanceOf(RapportException.class);
    }

    private MailServer settings(String user, String password) {
        return MailServer.of(
                "127.0.0.1",
                Integer.toString(server.getSmtp().getPort()),
                "NONE",
                user,
                password,
                "rapport@contoso.com",
                "admin@contoso.com\nsecond@contoso.com");
    }
}
