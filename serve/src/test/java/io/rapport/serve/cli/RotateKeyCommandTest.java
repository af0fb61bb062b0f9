package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.serve.home.Home;
import io.rapport.serve.rotation.RotationTurn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotateKeyCommandTest {

    @TempDir
    Path home;

    @TempDir
    Path exports;

    @Test
    void one_rotation_at_a_time() throws IOException {
        Path mail = Exports.write(exports, "mail.json", Exports.message("m1", "2026-11-01T08:00:00Z"));
        assertThat(Typed.on(home, "rotate-key").code()).as("an empty home").isNotZero();
        assertThat(Typed.on(home, "import", "Message_v1", mail.toString()).code())
                .isZero();
        assertThat(Typed.on(home, "rotate-key").out())
                .startsWith("The key is rotated: ")
                .contains("The former key is destroyed.");
        Path file = new Home(home).secretKey();
        String key = Files.readString(file);

        RotationTurn other = RotationTurn.take(new Home(home));
        Typed refused = Typed.on(home, "rotate-key");
        assertThat(refused.code()).isNotZero();
        assertThat(refused.err())
                .contains("Another process is rotating the key of this home. Wait until it is done.")
                .doesNotContain(key.strip());
        assertThat(file).hasContent(key);
        other.close();

        assertThat(Typed.on(home, "rotate-key", "--json").out()).contains("\"isFormerKeyDestroyed\":true");
        assertThat(Files.readString(file)).hasSameSizeAs(key).isNotEqualTo(key);
    }
}
