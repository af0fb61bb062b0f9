package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectCommandTest {

    @TempDir
    Path home;

    @TempDir
    Path folder;

    @Test
    void a_folder_is_connected_listed_and_disconnected() {
        Typed connected = connect("--name", "exports", "--dataset", "sentitem_v1");
        Typed listed = Typed.on(home, "connections", "--json");
        Typed disconnected = Typed.on(home, "disconnect", "exports");

        assertThat(connected.code()).isZero();
        assertThat(connected.out()).isEqualTo("exports watches " + folder + ": files hold Message_v1\n");
        assertThat(connected.err()).isEqualTo("To import what is there: rapport sync exports\n");
        assertThat(listed.out())
                .isEqualTo(
                        "{\"connections\":[{\"name\":\"exports\",\"connector\":\"data-connect\",\"folder\":\"" + folder
                                + "\",\"dataset\":\"Message_v1\",\"createdAt\":\"2026-11-20T12:00:00Z\",\"syncedAt\":null,"
                                + "\"imported\":0,\"waiting\":0,\"setAside\":[]}]}\n");
        assertThat(disconnected.code()).isZero();
        assertThat(disconnected.out()).startsWith("exports is disconnected. What has landed stays");
        assertThat(Typed.on(home, "connections").err()).startsWith("There is no connection.");
        assertThat(Typed.on(home, "access-log", "verify", "--json").out()).contains("\"lines\":1,");
    }

    @Test
    void an_unused_home_has_no_connections_and_stays_unused() {
        assertThat(Typed.on(home, "connections", "--json").out()).isEqualTo("{\"connections\":[]}\n");
        assertThat(Typed.on(home, "sync").code()).isEqualTo(2);
        assertThat(Typed.on(home, "disconnect", "exports").code()).isEqualTo(2);
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void a_name_and_a_folder_are_connected_once(@TempDir Path other) {
        connect();

        Typed sameName = Typed.on(home, "connect", "data-connect", "--folder", other.toString());
        Typed sameFolder = connect("--name", "again");

        assertThat(sameName.code()).isEqualTo(2);
        assertThat(sameName.err()).contains("There is a connection data-connect already");
        assertThat(sameFolder.code()).isEqualTo(2);
        assertThat(sameFolder.err()).contains("The connection data-connect watches " + folder + " already");
    }

    @Test
    void the_home_is_not_watched_for_it_would_import_itself() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), home);
        Path inner = Files.createDirectory(home.resolve("exports"));

        for (Path refused : new Path[] {home, home.getParent(), inner, link}) {
            Typed typed = Typed.on(home, "connect", "data-connect", "--folder", refused.toString());
            assertThat(typed.code()).as(refused.toString()).isEqualTo(2);
            assertThat(typed.err()).contains("lie within one another");
        }
    }

    @Test
    void a_missing_folder_is_bad_data() {
        Typed typed = Typed.on(
                home,
                "connect",
                "data-connect",
                "--folder",
                folder.resolve("none").toString());

        assertThat(typed.code()).isEqualTo(3);
        assertThat(typed.err()).contains("none is no folder");
        assertThat(home.resolve("rapport.db")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "a b", "a/b", "é"})
    void a_name_that_cannot_be_one_is_wrong_use(String name) {
        Typed typed = connect("--name=" + name);

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).contains("can't be the name of a connection");
    }

    @Test
    void an_unknown_connection_is_wrong_use_and_the_others_are_named() {
        connect();

        assertThat(Typed.on(home, "sync", "exports").err())
                .isEqualTo("rapport: There is no connection \"exports\". Connections: data-connect.\n");
    }

    @Test
    void a_connector_is_needed_and_helps_with_an_example() {
        assertThat(Typed.on(home, "connect").code()).isEqualTo(2);
        assertThat(Typed.on(home, "connect").err())
                .contains("needs a connector: outlook-mail-metadata, outlook-mail, outlook-calendar or data-connect");
        assertThat(Typed.words("connect", "data-connect", "--help").out())
                .contains("Usage: rapport connect data-connect")
                .contains("--home=DIR")
                .contains("Examples:\n  rapport connect data-connect --folder");
    }

    @Test
    void the_page_does_what_it_says() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "connect.md"));
        String commands = page.substring(page.indexOf("```sh\n") + 6);
        Exports.write(folder, "BasicDataSet_v0.Message_v1.json", Exports.message("m1", "2026-10-01T08:00:00Z"));

        List<Typed> typed = commands.substring(0, commands.indexOf("```"))
                .lines()
                .map(line -> line.replace("./rapport ", "").replace("exports", folder.toString()))
                .map(line -> Typed.at(Instant.parse("2999-01-01T00:00:00Z"), home, line.split(" ", -1)))
                .toList();

        assertThat(typed).hasSize(3).extracting(Typed::code).containsOnly(0);
        assertThat(typed.get(1).out()).startsWith("data-connect: 1 file imported");
        assertThat(typed.get(2).out()).contains(folder.toString());
    }

    private Typed connect(String... words) {
        String[] all = new String[words.length + 4];
        all[0] = "connect";
        all[1] = "data-connect";
        all[2] = "--folder";
        all[3] = folder.toString();
        System.arraycopy(words, 0, all, 4, words.length);
        return Typed.on(home, all);
    }
}
