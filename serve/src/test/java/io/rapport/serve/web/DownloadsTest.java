package io.rapport.serve.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.serve.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadsTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void what_a_dead_process_left_goes_after_a_day() throws IOException {
        Home home = new Home(folder);
        Path old = left(home, "download-1", Duration.ofDays(1).plusSeconds(1));
        Path young = left(home, "download-2", Duration.ofHours(23));
        Path another = left(home, "spilled", Duration.ofDays(9));

        new Downloads(home, () -> NOW).close();

        assertThat(old).doesNotExist();
        assertThat(young).exists();
        assertThat(another).exists();
    }

    private static Path left(Home home, String name, Duration ago) throws IOException {
        Path file = Files.writeString(Files.createDirectories(home.temporary()).resolve(name), "left");
        return Files.setLastModifiedTime(file, FileTime.from(NOW.minus(ago)));
    }
}
