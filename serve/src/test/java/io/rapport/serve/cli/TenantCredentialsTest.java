package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.simulator.entra.AppRegistration;
import io.rapport.simulator.entra.Permission;
import io.rapport.simulator.tenant.SimulatedTenant;
import io.rapport.simulator.tenant.StandardApp;
import io.rapport.simulator.tenant.TenantPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every way in which an app proves itself, and every permission that it may lack or have too much, against a tenant. */
class TenantCredentialsTest {

    private static final Instant NOW = Typed.NOON;

    @TempDir
    Path folder;

    private final SimulatedTenant tenant =
            SimulatedTenant.start(TenantPlan.small(7, NOW).withThrottle(100_000));
    private final AppRegistration app = tenant.app(StandardApp.OUTLOOK_MAIL_METADATA);

    @AfterEach
    void stop() {
        tenant.close();
    }

    @Test
    void a_certificate_proves_an_app_and_its_key_rests_in_no_file() throws Exception {
        tenant.apps().grantConsent(app.clientId());
        Certificate certificate = Certificate.make(folder);
        tenant.apps().change(app.clientId(), any -> any.withCertificate(certificate.certificate()));
        String key = certificate.key();

        List<Typed> typed = List.of(
                connect(
                        "certificate",
                        "--certificate",
                        folder.resolve("rapport.pem").toString()),
                Typed.on(home(), "doctor"),
                Typed.on(home(), "doctor", "--json"),
                Typed.on(home(), "connections", "--json"));

        assertThat(typed)
                .allSatisfy(shown -> assertThat(shown.code()).as(shown.err()).isZero());
        assertThat(typed.get(1).out()).contains("by certificate");
        requireNowhere(typed, key.substring(0, 60), key.substring(200, 260));
    }

    @Test
    void a_certificate_that_the_app_does_not_know_is_refused_and_so_is_one_without_its_password() throws Exception {
        tenant.apps().grantConsent(app.clientId());
        Certificate.make(folder);

        Typed unknown = connect(
                "certificate", "--certificate", folder.resolve("rapport.pem").toString());
        Typed closed = connect(
                "certificate", "--certificate", folder.resolve("rapport.p12").toString());

        assertThat(unknown.code()).isEqualTo(3);
        assertThat(unknown.err()).contains("the certificate is not registered with the app");
        assertThat(closed.code()).isEqualTo(3);
        assertThat(closed.err()).contains("RAPPORT_CERTIFICATE_PASSWORD").doesNotContain("Nightjar");
        assertThat(Typed.on(home(), "connections", "--json").out()).isEqualTo("{\"connections\":[]}\n");
    }

    @Test
    void a_platforms_token_proves_an_app_and_is_read_anew_each_time() throws Exception {
        tenant.apps().grantConsent(app.clientId());
        String token = tenant.federatedToken(app.clientId());
        Path file = Files.writeString(folder.resolve("token"), token);

        List<Typed> typed = new ArrayList<>(List.of(connect("federated", "--federated-token-file", file.toString())));
        Files.writeString(file, "gone.gone.gone");
        Typed refused = Typed.on(home(), "doctor");
        Files.writeString(file, tenant.federatedToken(app.clientId()));
        typed.add(Typed.on(home(), "doctor"));

        assertThat(refused.code()).isEqualTo(1);
        assertThat(typed)
                .allSatisfy(shown -> assertThat(shown.code()).as(shown.err()).isZero());
        assertThat(typed.get(1).out()).contains("by federated token file");
        typed.add(refused);
        requireNowhere(typed, token);
    }

    @ParameterizedTest
    @EnumSource(
            value = Permission.class,
            names = {"USER_READ_ALL", "GROUP_READ_ALL", "CONTACTS_READ", "MAILBOX_SETTINGS_READ", "MAIL_READ_BASIC_ALL"
            })
    void a_permission_that_is_missing_is_named_and_no_other(Permission missing) throws IOException {
        Set<Permission> others = new HashSet<>(app.permissions());
        others.remove(missing);
        grant(others);

        Typed typed = connect("secret", "--secret-file", secret().toString());

        assertThat(typed.code()).as(typed.err()).isZero();
        List<String> found = typed.out()
                .lines()
                .filter(line -> line.startsWith("  missing "))
                .toList();
        assertThat(found).singleElement().satisfies(line -> assertThat(line).contains(missing.value()));
        if (missing == Permission.USER_READ_ALL) {
            assertThat(typed.out()).contains("Mend User.Read.All first.");
        } else {
            assertThat(typed.out().lines().filter(line -> line.startsWith("  ok ")))
                    .hasSize(4);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Permission.class,
            names = {"USER_READ_ALL", "MAILBOX_SETTINGS_READ", "CALENDARS_READ_BASIC_ALL"})
    void a_permission_that_a_calendars_app_is_missing_is_named_and_no_other(Permission missing) throws IOException {
        AppRegistration calendar = tenant.app(StandardApp.OUTLOOK_CALENDAR);
        Set<Permission> others = new HashSet<>(calendar.permissions());
        others.remove(missing);
        tenant.apps().change(calendar.clientId(), any -> any.withPermissions(others));
        tenant.apps().grantConsent(calendar.clientId());
        Path secret =
                Files.writeString(folder.resolve("secret"), calendar.secrets().get(0));

        Typed typed = connect("outlook-calendar", calendar, "calendar", "--secret-file", secret.toString());

        assertThat(typed.code()).as(typed.err()).isZero();
        assertThat(typed.out().lines().filter(line -> line.startsWith("  missing ")))
                .singleElement()
                .satisfies(line -> assertThat(line).contains(missing.value()));
        assertThat(typed.out().lines().filter(line -> line.startsWith("  ok ")))
                .hasSize(missing == Permission.USER_READ_ALL ? 0 : 2);
    }

    @Test
    void what_is_too_much_is_named() throws IOException {
        Set<Permission> more = new HashSet<>(app.permissions());
        more.add(Permission.MAIL_READ);
        more.add(Permission.CALENDARS_READ_BASIC_ALL);
        grant(more);

        Typed typed = connect("secret", "--secret-file", secret().toString());
        Typed doctor = Typed.on(home(), "doctor");

        assertThat(typed.out().lines().filter(line -> line.startsWith("  too much")))
                .satisfiesExactly(
                        line -> assertThat(line).contains("Calendars.ReadBasic.All"),
                        line -> assertThat(line).contains("Mail.Read "));
        assertThat(doctor.out()).contains("  too much  Mail.Read  is not needed by Outlook Mail – Metadata Only.");
    }

    @Test
    void consent_that_is_withdrawn_is_told_with_what_to_do() throws IOException {
        tenant.apps().grantConsent(app.clientId());
        connect("secret", "--secret-file", secret().toString());
        tenant.apps().withdrawConsent(app.clientId());

        Typed doctor = Typed.on(home(), "doctor");

        assertThat(doctor.code()).isEqualTo(1);
        assertThat(doctor.out()).containsPattern("missing|consent");
    }

    private void grant(Set<Permission> permissions) {
        tenant.apps().change(app.clientId(), any -> any.withPermissions(permissions));
        tenant.apps().grantConsent(app.clientId());
    }

    private Path secret() throws IOException {
        return Files.writeString(folder.resolve("secret"), app.secrets().get(0));
    }

    private Path home() {
        return folder.resolve("home");
    }

    private Typed connect(String name, String... credential) {
        return connect("outlook-mail-metadata", app, name, credential);
    }

    private Typed connect(String connector, AppRegistration registered, String name, String... credential) {
        List<String> words = new ArrayList<>(List.of(
                "connect",
                connector,
                "--name",
                name,
                "--tenant",
                tenant.id(),
                "--client-id",
                registered.clientId(),
                "--login-url",
                tenant.entraUrl().toString(),
                "--graph-url",
                tenant.graphUrl().toString()));
        words.addAll(List.of(credential));
        return Typed.on(home(), words.toArray(String[]::new));
    }

    private void requireNowhere(List<Typed> typed, String... words) throws IOException {
        for (String word : words) {
            assertThat(typed)
                    .allSatisfy(shown -> assertThat(shown.out() + shown.err()).doesNotContain(word));
            try (Stream<Path> tree = Files.walk(home())) {
                for (Path file : tree.filter(Files::isRegularFile).toList()) {
                    assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                            .as(file.toString())
                            .doesNotContain(word);
                }
            }
        }
    }
}
