package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.serve.server.Browser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration as a process of its own: started, looked at, ended, and started again on the same home. */
class DemoIT {

    private static final Path JAR = Path.of("target", "rapport.jar").toAbsolutePath();
    private static final long LOOK_MILLIS = 20;
    private static final Pattern URL = Pattern.compile("Open (http://127\\.0\\.0\\.1:\\d+)\n");
    private static final Pattern PERSON = Pattern.compile("name=\"person\" value=\"([^\"]+)\"");
    private static final Pattern DONE =
            Pattern.compile("<span class=\"state ok\">Successful</span><div><a href=\"[^\"]+\">"
                    + "(Sync|Enrichment) of ([A-Za-z.-]+)</a>");

    @TempDir
    Path folder;

    @Test
    void mail_and_meetings_are_synced_and_enriched_and_a_second_start_goes_on() throws Exception {
        int tenantPort = threeFreePorts();
        Process first = start("--people", "12", "--accounts", "6", "--months", "2", "--tenant-port", "" + tenantPort);
        Browser browser = signedIn(first);

        List<String> done = awaitJobs(browser, 3);
        assertThat(done)
                .containsExactlyInAnyOrder("Sync outlook-mail-metadata", "Sync outlook-calendar", "Enrichment Office");
        assertThat(browser.get("/").body()).contains("Message_v1").contains("CalendarView_v0");
        assertThat(browser.get("/connections/outlook-calendar").body()).contains("Read to the end");
        assertThat(browser.get("/enrichment?tab=mine").body())
                .contains("href=\"/enrichment/Office\"")
                .contains("Active")
                .contains("Successful");
        assertThat(browser.get("/enrichment/Office/consent").body())
                .contains("the members of 1 group")
                .contains("decided by");
        assertThat(browser.get("/profiles").body()).contains("Customers");
        assertThat(browser.get("/system/access-log?action=CHANGE").body())
                .containsPattern("Consent: agreed: Office</td><td class=\"nowrap\">the demonstration</td>");
        end(first, tenantPort);

        Process second = start();
        Browser later = signedIn(second);
        assertThat(awaitJobs(later, 6)).hasSize(6);
        assertThat(later.get("/connections").body())
                .contains("href=\"/connections/outlook-mail-metadata\"")
                .contains("href=\"/connections/outlook-calendar\"")
                .doesNotContain("failed");
        String enrichments = later.get("/enrichment?tab=mine").body();
        assertThat(enrichments.split("<span class=\"caption\">Office</span>", -1))
                .as(enrichments)
                .hasSize(2);
        assertThat(later.get("/enrichment/Office").body().split("Successful", -1))
                .as("two runs and the pane of the last")
                .hasSizeGreaterThan(3);
        end(second, tenantPort);
    }

    /** Ended as by Ctrl-C: nothing of it goes on running, and its ports are free. */
    private void end(Process process, int tenantPort) throws Exception {
        URI url = url(process);
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        Finished finished = Finished.await(process, folder);
        assertThat(finished.err()).doesNotContain("rapport:");
        assertThat(children).noneMatch(ProcessHandle::isAlive);
        for (int port : List.of(url.getPort(), tenantPort, tenantPort + 1, tenantPort + 2)) {
            assertThat(isFree(port)).as("port " + port).isTrue();
        }
    }

    /** Looks at the page until this many jobs have come to a good end. */
    private static List<String> awaitJobs(Browser browser, int many) throws IOException, InterruptedException {
        List<String> done = List.of();
        while (done.size() < many) {
            String page = browser.get("/system/status").body();
            assertThat(page).contains("Status").doesNotContain("Failed");
            done = DONE.matcher(page)
                    .results()
                    .map(job -> job.group(1) + " " + job.group(2))
                    .toList();
        }
        return done;
    }

    private Browser signedIn(Process process) throws IOException, InterruptedException {
        Browser browser = new Browser(url(process));
        HttpResponse<String> entra = browser.follow(browser.get("/oauth2/authorization/entra"));
        Matcher person = PERSON.matcher(entra.body());
        assertThat(person.find()).as(entra.body()).isTrue();
        HttpResponse<String> back = browser.postBare(entra.uri().toString(), Map.of("person", person.group(1)));
        HttpResponse<String> home = browser.follow(back);
        assertThat(home.body()).contains("Lanternfield").contains("Administrator");
        return browser;
    }

    /** The one that it prints, once it does. */
    private URI url(Process process) throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        Matcher url = URL.matcher("");
        while (!url.find()) {
            assertThat(process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS))
                    .as(Files.readString(folder.resolve("err.txt")))
                    .isFalse();
            url = URL.matcher(Files.exists(out) ? Files.readString(out) : "");
        }
        assertThat(url.find()).as("a second address").isFalse();
        return URI.create(URL.matcher(Files.readString(out))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1));
    }

    private Process start(String... words) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(
                java,
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                JAR.toString(),
                "demo",
                "--home",
                "home",
                "--memory",
                "2GB",
                "--port",
                "0"));
        command.addAll(List.of(words));
        return Finished.prepare(folder, Map.of(), command).start();
    }

    private static int threeFreePorts() throws IOException {
        for (int port = 20_000; ; port += 3) {
            if (isFree(port) && isFree(port + 1) && isFree(port + 2)) {
                return port;
            }
        }
    }

    private static boolean isFree(int port) throws IOException {
        try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return free.isBound();
        } catch (java.net.BindException taken) {
            return false;
        }
    }
}
