package io.rapport.serve.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.lake.state.StateLocation;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose PostgreSQL is stopped and started again under it: sessions are in there too. */
class StateAwayIT {

    @TempDir
    Path folder;

    @Test
    void pages_say_so_and_come_back_with_everybody_still_signed_in() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        EmbeddedPostgres database = start(data, 0);
        int port = database.getPort();
        try (RapportServer server = RapportServer.start(plan(port))) {
            Browser browser = new Browser(server.url());
            String link = server.adminLink().orElseThrow().toString();
            browser.get(link);
            browser.post("/sign-in/link", Map.of("token", link.substring(link.indexOf('=') + 1)));
            assertThat(browser.get("/").body()).contains("Local administrator");

            database.close();
            HttpResponse<String> home = browser.get("/");
            assertThat(home.statusCode()).isEqualTo(503);
            assertThat(home.body())
                    .contains("Rapport can't reach its database")
                    .contains("Code <code>STATE")
                    .doesNotContain("org.postgresql")
                    .doesNotContain("Tomcat");
            assertThat(home.headers().firstValue("Retry-After")).hasValue("60");
            assertThat(browser.get("/health/ready").statusCode()).isEqualTo(503);
            assertThat(new Browser(server.url()).get("/health/live").statusCode())
                    .isEqualTo(200);

            database = start(data, port);
            while (browser.get("/health/ready").statusCode() != 200) {
                LockSupport.parkNanos(1_000_000);
            }
            assertThat(browser.get("/").body()).contains("Local administrator");
        } finally {
            database.close();
        }
    }

    private static EmbeddedPostgres start(Path data, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }

    private ServerPlan plan(int port) {
        ServerPlan file = TestServer.plan(folder.resolve("home"), 0, new MovableTime());
        return new ServerPlan(
                file.home(),
                StateLocation.url(
                        "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres&connectTimeout=2", null),
                file.instants(),
                file.secrets(),
                file.engine(),
                file.address(),
                file.port(),
                file.publicUrl(),
                file.clouds(),
                file.title(),
                file.metricsToken(),
                file.doesWork());
    }
}
