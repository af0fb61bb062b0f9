package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program of the image, run as a container's would be: in the image's own files and nothing else, which nobody can write,
 * as the image's user, with a home and a temporary folder. Only with the profiles sbom and image, on Linux, for root.
 */
@Tag("image")
class ImageRunIT {

    private static final long GRACE_SECONDS = 30;
    private static final long PAUSE_NANOS = 100_000_000;

    /** Root of the image, home, then what to start. Its processes see only themselves. */
    private static final String CONTAINER = """
            set -e
            root=$1 home=$2
            shift 2
            mount --bind "$root" "$root"
            mount --bind "$home" "$root/var/lib/rapport"
            mount -t tmpfs tmpfs "$root/tmp"
            mount -t proc proc "$root/proc"
            mount --bind /dev "$root/dev"
            mount -o remount,bind,ro "$root"
            cd /
            exec chroot --userspec=10001:10001 --groups= "$root" "$@"
            """;

    @TempDir
    Path folder;

    private Path root = Path.of("");
    private Path home = Path.of("");
    private Tree config = Tree.of("", null);

    @BeforeEach
    void unpack_the_image() throws Exception {
        assumeTrue(
                Finished.run(folder, Map.of(), List.of("unshare", "--mount", "--pid", "--fork", "true"))
                                .code()
                        == 0,
                "only root can try the image");
        ImageTar image = ImageTar.read(Path.of("target", "rapport-image.tar"));
        config = image.config().at("config");
        root = Files.createDirectory(folder.resolve("root"));
        home = Files.createDirectory(folder.resolve("home"));
        for (byte[] layer : image.layers()) {
            Process tar = Finished.prepare(
                            folder,
                            Map.of(),
                            List.of(
                                    "tar",
                                    "-x",
                                    "-f",
                                    "-",
                                    "--numeric-owner",
                                    "--warning=no-unknown-keyword",
                                    "-p",
                                    "-C",
                                    root.toString()))
                    .start();
            try (InputStream from = ImageTar.open(layer);
                    var to = tar.getOutputStream()) {
                long unused = from.transferTo(to);
            }
            assertThat(Finished.await(tar, folder).err()).isEmpty();
        }
        assertThat(Finished.run(folder, Map.of(), List.of("chown", "10001:10001", home.toString()))
                        .code())
                .isZero();
    }

    @Test
    void imports_queries_and_serves_where_it_can_write_its_home_alone() throws Exception {
        Exports.write(home, "mail.json", Exports.message("m1", "2026-10-01T08:00:00Z"));

        Finished imported = Finished.run(folder, Map.of(), words("import", "Message_v1", "/var/lib/rapport/mail.json"));
        assertThat(imported.out()).as(imported.err()).contains("1 added");
        assertThat(Finished.run(
                        folder, Map.of(), words("query", "select count(*) as n from Message_v1", "--format", "csv")))
                .isEqualTo(new Finished(0, "n\n1\n", ""));
        assertThat(home.resolve("rapport.db")).isNotEmptyFile();
        assertThat(Files.getAttribute(home.resolve("rapport.db"), "unix:uid")).isEqualTo(10001);

        Finished elsewhere = Finished.run(
                folder,
                Map.of(),
                words("import", "Message_v1", "/var/lib/rapport/mail.json", "--home", "/opt/rapport-home"));
        assertThat(elsewhere.code()).isNotZero();
        assertThat(root.resolve("opt").resolve("rapport-home")).doesNotExist();

        int port = freePort();
        Process container = Finished.prepare(
                        folder, Map.of(), words("serve", "--address", "127.0.0.1", "--port", String.valueOf(port)))
                .start();
        try {
            assertThat(status(container, port, "/health/ready")).isEqualTo(200);
            assertThat(status(container, port, "/health/live")).isEqualTo(200);
            assertThat(status(container, port, "/sign-in")).isEqualTo(200);
            container.descendants().forEach(ProcessHandle::destroy);
            assertThat(container.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            container.descendants().forEach(ProcessHandle::destroyForcibly);
            container.destroyForcibly();
        }
        assertThat(home.resolve("logs").resolve("server.jsonl")).content().contains("\"started\"");
    }

    /** The image's program in a container of ours, with these words. */
    private List<String> words(String... words) {
        List<String> all =
                new ArrayList<>(List.of("unshare", "--mount", "--pid", "--fork", "sh", "-c", CONTAINER, "sh"));
        all.add(root.toString());
        all.add(home.toString());
        // chroot finds java where the image's PATH says; env is this machine's and stands before it.
        all.addAll(entrypoint());
        all.addAll(List.of(words));
        all.addAll(0, environment());
        return all;
    }

    private List<String> environment() {
        List<String> set = new ArrayList<>(List.of("/usr/bin/env", "-i"));
        set.addAll(config.texts("Env").stream()
                .map(variable -> variable.startsWith("PATH=") ? variable + ":/usr/sbin:/usr/bin:/sbin:/bin" : variable)
                .toList());
        return set;
    }

    private List<String> entrypoint() {
        return config.texts("Entrypoint");
    }

    /** Once it answers. */
    private static int status(Process container, int port, String path) throws IOException {
        while (container.isAlive()) {
            try {
                HttpURLConnection page = (HttpURLConnection)
                        URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
                return page.getResponseCode();
            } catch (java.net.ConnectException notYet) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
        throw new AssertionError("the program has ended");
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }
}
