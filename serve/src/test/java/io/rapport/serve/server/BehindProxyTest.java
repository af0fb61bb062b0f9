package io.rapport.serve.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.lake.state.StateLocation;
import io.rapport.serve.home.Home;
import io.rapport.serve.secret.SecretBox;
import io.rapport.serve.secret.SecretKey;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A server that a proxy stands before, which sends what docs/operations.md has it send. */
class BehindProxyTest {

    private static final String HOST = "rapport.contoso.com";
    private static final Pattern CSRF = Pattern.compile("<meta name=\"csrf\" content=\"([^\"]*)\">");
    private static final Pattern COOKIE = Pattern.compile("(?i)set-cookie: (__Host-rapport=[^;]+);([^\r]+)");
    private static final RapportServer SERVER = RapportServer.start(plan());

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Test
    void nginx_and_caddy_tell_it_who_asks_and_what_for() throws Exception {
        String nginx = "X-Forwarded-For: 203.0.113.9\r\nX-Forwarded-Proto: https\r\n";
        String caddy = nginx + "X-Forwarded-Host: " + HOST + "\r\n";
        for (String told : new String[] {nginx, caddy}) {
            URI link = SERVER.adminLink().orElseThrow();
            assertThat(link).hasScheme("https").hasHost(HOST).hasNoPort();
            String page = send("GET", "/sign-in/link?" + link.getQuery(), told, "");
            Matcher first = find(COOKIE, page);
            String form = link.getQuery() + "&_csrf=" + find(CSRF, page).group(1);
            String entered = send("POST", "/sign-in/link", told + "Cookie: " + first.group(1) + "\r\n", form);
            String cookie = "Cookie: " + find(COOKIE, entered).group(1) + "\r\n";

            assertThat(page).contains("Strict-Transport-Security: max-age=31536000");
            assertThat(first.group(2)).contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/");
            assertThat(entered).startsWith("HTTP/1.1 303");
            assertThat(send("GET", "/system/settings", told + cookie, ""))
                    .contains("https://" + HOST + "/login/oauth2/code/entra");
            assertThat(send("GET", "/system/access-log", told + cookie, "")).contains("203.0.113.9");
        }
    }

    @Test
    void what_a_client_says_before_the_proxy_is_not_believed() throws Exception {
        String appended = "X-Forwarded-For: 198.51.100.66, 203.0.113.77\r\nX-Forwarded-Proto: https\r\n";
        URI link = SERVER.adminLink().orElseThrow();
        String page = send("GET", "/sign-in/link?" + link.getQuery(), appended, "");
        String form = link.getQuery() + "&_csrf=" + find(CSRF, page).group(1);
        String entered = send(
                "POST",
                "/sign-in/link",
                appended + "Cookie: " + find(COOKIE, page).group(1) + "\r\n",
                form);
        String log = send(
                "GET",
                "/system/access-log",
                appended + "Cookie: " + find(COOKIE, entered).group(1) + "\r\n",
                "");

        assertThat(log).contains("203.0.113.77").doesNotContain("198.51.100.66");
    }

    @Test
    void the_examples_send_what_the_server_reads() throws IOException {
        String operations = Files.readString(Path.of("..", "docs", "operations.md"));

        assertThat(operations)
                .contains("proxy_set_header Host $host;")
                .contains("proxy_set_header X-Forwarded-For $remote_addr;")
                .contains("proxy_set_header X-Forwarded-Proto https;")
                .contains("reverse_proxy 127.0.0.1:8080");
    }

    private static Matcher find(Pattern pattern, String answer) {
        Matcher found = pattern.matcher(answer);
        assertThat(found.find()).as("%s in %s", pattern, answer).isTrue();
        return found;
    }

    /** Over a socket, because Java's own clients write the Host themselves. */
    private static String send(String method, String path, String headers, String form) throws IOException {
        URI local = SERVER.localUrl();
        try (Socket socket = new Socket(local.getHost(), local.getPort())) {
            String request = method + " " + path + " HTTP/1.1\r\nHost: " + HOST + "\r\nAccept: text/html\r\n"
                    + "Connection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                    + form.length() + "\r\n" + headers + "\r\n" + form;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static ServerPlan plan() {
        try {
            Home home = new Home(Files.createTempDirectory(Path.of("target"), "proxied"));
            return new ServerPlan(
                    home,
                    StateLocation.file(home.database()),
                    new MovableTime(),
                    new SecretBox(SecretKey.open(null, home.secretKey())),
                    new DuckDbSettings(128L << 20, 1, home.temporary()),
                    "127.0.0.1",
                    0,
                    "https://" + HOST,
                    Map.of(),
                    "Lanternfield",
                    "",
                    false);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
