package io.rapport.serve.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.serve.security.Role;
import io.rapport.serve.security.SignInProvider;
import io.rapport.serve.security.SignInProviders;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Signing in at a Keycloak, which the profile of that name unpacks. */
@Tag("keycloak")
class KeycloakIT {

    private static final Path DISTRIBUTION = Path.of("target", "keycloak").toAbsolutePath();
    private static final Pattern FORM = Pattern.compile("<form id=\"kc-form-login\"[^>]* action=\"([^\"]+)\"");
    private static final int MOST_LOOKS = 600;
    private static final long LOOK_MILLIS = 500;

    private static final TestServer SERVER = TestServer.fresh();
    private static Process keycloak;
    private static URI issuer = URI.create("");

    @BeforeAll
    static void start() throws Exception {
        Path home = home();
        int port = freePort();
        issuer = URI.create("http://127.0.0.1:" + port + "/realms/staff");
        Path imported = Files.createDirectories(home.resolve("data").resolve("import"));
        Files.writeString(
                imported.resolve("staff.json"),
                realm().replace("REDIRECT_URI", SERVER.server.url() + "/login/oauth2/code/entra"));
        ProcessBuilder builder = new ProcessBuilder(
                        "/bin/sh",
                        home.resolve("bin").resolve("kc.sh").toString(),
                        "start-dev",
                        "--import-realm",
                        "--db=dev-mem",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port)
                .redirectErrorStream(true)
                .redirectOutput(DISTRIBUTION.resolve("keycloak.log").toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        keycloak = builder.start();
        for (int look = 0; !isThere(); look++) {
            assertThat(keycloak.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS) || look == MOST_LOOKS)
                    .as("Keycloak ended or took too long: see " + DISTRIBUTION.resolve("keycloak.log"))
                    .isFalse();
        }
        SERVER.server
                .part(SignInProviders.class)
                .set(new SignInProvider(
                        issuer.toString(),
                        "rapport",
                        "Nightjar-secret",
                        "roles",
                        Map.of(Role.ADMINISTRATOR, "crm-admin", Role.CONTRIBUTOR, "sales", Role.VIEWER, "")));
    }

    @AfterAll
    static void stop() {
        SERVER.close();
        if (keycloak != null) {
            keycloak.descendants().forEach(ProcessHandle::destroyForcibly);
            keycloak.destroyForcibly();
        }
    }

    @Test
    void a_role_of_the_realm_is_a_role_here() throws Exception {
        Browser mira = SERVER.browser();

        assertThat(signIn(mira, "mira", "Nightjar-7").body())
                .contains("Mira Vogel")
                .contains("Administrator");
        assertThat(mira.get("/system/settings").statusCode()).isEqualTo(200);
    }

    @Test
    void who_has_no_role_does_not_come_in() throws Exception {
        Browser ana = SERVER.browser();

        assertThat(signIn(ana, "ana", "Nightjar-8").body()).contains("nobody has given you a role");
        assertThat(ana.get("/").statusCode()).isEqualTo(302);
    }

    @Test
    void a_wrong_password_leads_nowhere() throws Exception {
        Browser mira = SERVER.browser();

        assertThat(signIn(mira, "mira", "wrong").body()).contains("kc-form-login");
        assertThat(mira.get("/").statusCode()).isEqualTo(302);
    }

    private static HttpResponse<String> signIn(Browser browser, String name, String password)
            throws IOException, InterruptedException {
        HttpResponse<String> form = browser.follow(browser.get("/oauth2/authorization/entra"));
        Matcher action = FORM.matcher(form.body().replace("\n", " "));
        assertThat(action.find()).as(form.body()).isTrue();
        return browser.follow(browser.postBare(
                action.group(1).replace("&amp;", "&"), Map.of("username", name, "password", password)));
    }

    private static boolean isThere() throws InterruptedException {
        try {
            return HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(URI.create(issuer + "/.well-known/openid-configuration"))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static Path home() throws IOException {
        try (Stream<Path> found = Files.list(DISTRIBUTION)) {
            List<Path> folders = found.filter(Files::isDirectory).toList();
            assertThat(folders).as("what the profile unpacked").hasSize(1);
            return folders.get(0);
        }
    }

    private static String realm() throws IOException {
        try (InputStream in = KeycloakIT.class.getResourceAsStream("keycloak-realm.json")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
