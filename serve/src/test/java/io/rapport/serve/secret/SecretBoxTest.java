package io.rapport.serve.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.core.error.RapportException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretBoxTest {

    private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    private static final byte[] SECRET = "Nightjar".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void what_goes_in_comes_out_and_never_looks_the_same() {
        SecretBox box = new SecretBox(SecretKey.open(KEY, folder.resolve("none")));

        String first = box.encrypt("here", SECRET);
        String second = box.encrypt("here", SECRET);

        assertThat(box.decrypt("here", first)).isEqualTo(SECRET);
        assertThat(first).isNotEqualTo(second).startsWith("v1.").doesNotContain("Nightjar");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_pseudonym_is_the_same_each_time_and_another_in_another_place_or_under_another_key() {
        SecretBox box = new SecretBox(SecretKey.open(KEY, folder.resolve("none")));
        SecretBox other =
                new SecretBox(SecretKey.open(null, folder.resolve("keys").resolve("secrets.key")));

        byte[] here = box.derivedKey("here");
        assertThat(SecretBox.pseudonym(here, "Nightjar"))
                .matches("[0-9a-f]{64}")
                .isEqualTo(SecretBox.pseudonym(box.derivedKey("here"), "Nightjar"))
                .isNotEqualTo(SecretBox.pseudonym(box.derivedKey("there"), "Nightjar"))
                .isNotEqualTo(SecretBox.pseudonym(here, "nightjar"))
                .isNotEqualTo(SecretBox.pseudonym(other.derivedKey("here"), "Nightjar"));
    }

    @Test
    void another_place_another_key_and_a_changed_byte_are_refused() {
        SecretBox box = new SecretBox(SecretKey.open(KEY, folder.resolve("none")));
        SecretBox other =
                new SecretBox(SecretKey.open(null, folder.resolve("keys").resolve("secrets.key")));
        String stored = box.encrypt("here", SECRET);
        char last = stored.charAt(10);
        String changed = stored.substring(0, 10) + (last == 'A' ? 'B' : 'A') + stored.substring(11);

        for (Runnable wrong : new Runnable[] {
            () -> box.decrypt("there", stored),
            () -> other.decrypt("here", stored),
            () -> box.decrypt("here", changed),
            () -> box.decrypt("here", "v1."),
            () -> box.decrypt("here", "v2." + stored)
        }) {
            assertThatThrownBy(wrong::run)
                    .isInstanceOfSatisfying(
                            RapportException.class, e -> assertThat(e.code()).isEqualTo(SecretError.SECRET_UNREADABLE));
        }
    }

    @Test
    void the_key_file_is_made_once_and_is_its_owners_alone() throws IOException {
        Path file = folder.resolve("keys").resolve("secrets.key");
        String stored = new SecretBox(SecretKey.open(null, file)).encrypt("here", SECRET);

        assertThat(new SecretBox(SecretKey.open("", file)).decrypt("here", stored))
                .isEqualTo(SECRET);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(file.getParent())
                .isDirectoryContaining(path -> path.equals(file))
                .satisfies(keys -> {
                    try (var all = Files.list(keys)) {
                        assertThat(all.map(path -> path.getFileName().toString()))
                                .containsExactlyInAnyOrder("secrets.key", "keys.lock");
                    }
                });
    }

    @Test
    void a_key_that_others_can_read_or_that_is_none_is_refused_without_a_word_of_it() throws IOException {
        Path file = Files.writeString(folder.resolve("secrets.key"), KEY);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(() -> SecretKey.open(null, file)).hasMessageContaining("chmod 600");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(file, "Nightjar");
        assertThatThrownBy(() -> SecretKey.open(null, file))
                .hasMessageContaining("holds no key")
                .hasMessageNotContaining("Nightjar");
        assertThatThrownBy(() -> SecretKey.open("Nightjar", file))
                .hasMessageContaining("RAPPORT_KEY")
                .hasMessageNotContaining("Nightjar");
        assertThat(SecretKey.open(KEY, file)).hasToString("a key");
    }
}
