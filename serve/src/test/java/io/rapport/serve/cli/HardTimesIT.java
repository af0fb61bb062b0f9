package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk that is full, a home that can't be written, imports at once: clear words, nothing half-written, and it goes on
 * afterwards. The disk is a small one in memory, which a process may mount in a namespace of its own.
 */
class HardTimesIT {

    private static final String COUNT = "select count(*) as n, count(distinct id) as ids from Message_v1";

    @TempDir
    Path folder;

    /** From no room for the state database's journal to too little for the landed rows. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void a_full_disk_says_so_and_the_import_goes_on_once_there_is_room() throws Exception {
        export("first.json", 0, 10);
        export("second.json", 10, 60_000);

        SmallDisk disk = new SmallDisk(folder);
        disk.run("COUNT='" + COUNT + "'\n" + """
                rapport first import Message_v1 first.json
                for left in 8 256 1024; do
                    free=$(df -k --output=avail disk | tail -n 1)
                    head -c $(( (free - left) * 1024 )) /dev/zero >disk/filler
                    rapport "full-$left" import Message_v1 second.json
                    rm disk/filler
                    rapport "count-$left" query "$COUNT" --format csv
                done
                rapport second import Message_v1 second.json
                rapport count query "$COUNT" --format csv
                ls disk/home/lake/_staging >staging.out
                """);

        assertThat(disk.finished("first").code()).isZero();
        for (int left : new int[] {8, 256, 1024}) {
            Finished full = disk.finished("full-" + left);
            assertThat(full.code()).as(full.err()).isEqualTo(1);
            assertThat(full.err())
                    .startsWith("rapport: ")
                    .containsPattern(
                            "disk is full|no room left|[Ff]ree some space|disk's free space|that the disk has room")
                    .doesNotContain("Exception")
                    .doesNotContain("Something in Rapport itself failed");
            assertThat(disk.finished("count-" + left).out()).isEqualTo("n,ids\n10,10\n");
        }
        assertThat(disk.finished("second").code())
                .as(disk.finished("second").err())
                .isZero();
        assertThat(disk.finished("count").out()).isEqualTo("n,ids\n60010,60010\n");
        assertThat(folder.resolve("staging.out")).isEmptyFile();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_full_disk_stops_an_extraction_and_it_goes_on_once_there_is_room() throws Exception {
        export("small.json", 0, 10);
        List<String> later = new ArrayList<>();
        IntStream.range(10, 60_000).forEach(i -> later.add(Exports.message("m" + i, "2026-11-01T08:00:00Z")));
        Files.write(folder.resolve("large.json"), later);

        SmallDisk disk = new SmallDisk(folder);
        disk.run("""
                rapport import import Message_v1 small.json large.json
                free=$(df -k --output=avail disk | tail -n 1)
                head -c $(( (free - 4096) * 1024 )) /dev/zero >disk/filler
                rapport full extract Message_v1 --out disk/out
                ls -A disk >full.list
                rm disk/filler
                rapport again extract Message_v1 --out disk/out --json
                ls -A disk >again.list
                cat disk/out/tenant/2026-*.json | wc -l >again.rows
                """);

        assertThat(disk.finished("import").code())
                .as(disk.finished("import").err())
                .isZero();
        assertThat(disk.finished("full").code()).isEqualTo(1);
        assertThat(disk.finished("full").err())
                .contains("disk is full")
                .contains("the same extraction goes on from there")
                .doesNotContain("Exception");
        assertThat(Files.readAllLines(folder.resolve("full.list")))
                .contains("_out")
                .doesNotContain("out");
        assertThat(disk.finished("again").code())
                .as(disk.finished("again").err())
                .isZero();
        assertThat(disk.finished("again").out()).contains("\"rows\":60000").contains("\"resumedFiles\":10");
        assertThat(Files.readAllLines(folder.resolve("again.list")))
                .contains("out")
                .doesNotContain("_out");
        assertThat(Files.readString(folder.resolve("again.rows")).strip()).isEqualTo("60000");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_full_disk_leaves_the_key_as_it_is_and_it_is_rotated_once_there_is_room() throws Exception {
        export("first.json", 0, 10);

        SmallDisk disk = new SmallDisk(folder);
        disk.run("""
                rapport first import Message_v1 first.json
                rapport made rotate-key
                cp disk/home/keys/secrets.key before.key
                cat /dev/zero >disk/filler 2>/dev/null
                rapport full rotate-key
                cp disk/home/keys/secrets.key full.key
                rm disk/filler
                rapport again rotate-key
                cp disk/home/keys/secrets.key after.key
                """);

        assertThat(disk.finished("made").code()).as(disk.finished("made").err()).isZero();
        assertThat(disk.finished("full").code()).isEqualTo(1);
        assertThat(disk.finished("full").err())
                .containsPattern("disk is full|no room left|[Ff]ree some space|disk's free|that the disk has room")
                .doesNotContain("Exception")
                .doesNotContain("Something in Rapport itself failed");
        assertThat(folder.resolve("full.key")).hasSameBinaryContentAs(folder.resolve("before.key"));
        assertThat(disk.finished("again").code())
                .as(disk.finished("again").err())
                .isZero();
        assertThat(Files.readString(folder.resolve("after.key")))
                .hasSameSizeAs(Files.readString(folder.resolve("before.key")))
                .isNotEqualTo(Files.readString(folder.resolve("before.key")));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_home_that_can_only_be_read_says_so_and_goes_on_once_it_can_be_written() throws Exception {
        export("first.json", 0, 10);
        export("second.json", 10, 20);

        SmallDisk disk = new SmallDisk(folder);
        disk.run("COUNT='" + COUNT + "'\n" + """
                rapport first import Message_v1 first.json
                mount -o remount,ro disk
                rapport readonly import Message_v1 second.json
                mount -o remount,rw disk
                rapport second import Message_v1 second.json
                rapport count query "$COUNT" --format csv
                """);

        Finished readOnly = disk.finished("readonly");
        assertThat(readOnly.code()).isEqualTo(1);
        assertThat(readOnly.err())
                .startsWith("rapport: ")
                .contains("that it can be written")
                .doesNotContain("Exception")
                .doesNotContain("Something in Rapport itself failed");
        assertThat(disk.finished("second").code())
                .as(disk.finished("second").err())
                .isZero();
        assertThat(disk.finished("count").out()).isEqualTo("n,ids\n30,30\n");
    }

    @Test
    void a_home_where_a_file_stands_in_the_way_says_so() throws Exception {
        export("first.json", 0, 10);
        Files.writeString(folder.resolve("home"), "in the way");

        Finished finished = Finished.run(folder, Map.of(), words("import", "Message_v1", "first.json"));

        assertThat(finished.code()).isEqualTo(1);
        assertThat(finished.err())
                .contains("The home folder ", " can't be written")
                .doesNotContain("Exception");
        assertThat(folder.resolve("home")).hasContent("in the way");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "open files can't be replaced there")
    void imports_at_once_land_all_and_the_same_one_twice_lands_once() throws Exception {
        export("first.json", 0, 10_000);
        export("second.json", 5_000, 10_000);
        List<Process> processes = new ArrayList<>();
        for (String file : List.of("first.json", "second.json", "first.json")) {
            Path own = Files.createDirectory(folder.resolve("process-" + processes.size()));
            processes.add(
                    Finished.prepare(own, Map.of(), words(folder.resolve("home"), "import", "Message_v1", "../" + file))
                            .start());
        }
        for (int i = 0; i < processes.size(); i++) {
            Finished finished = Finished.await(processes.get(i), folder.resolve("process-" + i));
            assertThat(finished.code()).as(finished.err()).isZero();
        }

        assertThat(Finished.run(folder, Map.of(), words("query", COUNT, "--format", "csv"))
                        .out())
                .isEqualTo("n,ids\n15000,15000\n");
        assertThat(folder.resolve("home/lake/_staging")).isEmptyDirectory();
        assertThat(Finished.run(folder, Map.of(), words("import", "Message_v1", "first.json", "second.json"))
                        .out())
                .contains("2 files already known");
    }

    private void export(String name, int from, int count) {
        Exports.write(
                folder,
                name,
                IntStream.range(from, from + count)
                        .mapToObj(i -> Exports.message("m" + i, "2026-%02d-10T08:00:00Z".formatted(1 + i % 10)))
                        .toArray(String[]::new));
    }

    private static List<String> words(String... words) {
        return words(Path.of("home"), words);
    }

    private static List<String> words(Path home, String... words) {
        return SmallDisk.words(home, words);
    }
}
