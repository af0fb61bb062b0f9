package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real mail metadata, where it lies beside the checkout: the figures that two separate implementations agreed on. */
class EnronIT {

    private static final Path DATA = Path.of("..", "..", "shared", "data", "enron");

    @TempDir
    private Path folder;

    @Test
    void three_commands_turn_mail_into_the_table() throws IOException {
        assumeTrue(Files.exists(DATA), "no data here: it is looked for in ../shared/data/enron beside the checkout");
        Path home = folder.resolve("home");
        Path out = folder.resolve("out");

        assertThat(Typed.on(home, "import", "User_v1", DATA.resolve("User_v1").toString())
                        .out())
                .contains("3,073 added, 0 replaced, 0 unchanged, 0 rejected");
        assertThat(Typed.on(
                                home,
                                "import",
                                "Message_v1",
                                DATA.resolve("Message_v1").toString())
                        .out())
                .contains("17,700 added, 0 replaced, 0 unchanged, 0 rejected");
        Typed enriched = Typed.on(
                home, "enrich", DATA.resolve("enrichment.yaml").toString(), "--format", "csv", "--out", out.toString());

        assertThat(enriched.code()).isZero();
        assertThat(enriched.out()).contains("emails    11,468, joined from 17,700 copies");
        assertThat(Files.readAllLines(out.resolve("Office.csv")))
                .hasSize(1 + 2_995)
                .isSortedAccordingTo(EnronIT::headerFirst)
                .contains(
                        "60f68138-1cfd-3b07-bfbe-640fce11073f|year,60f68138-1cfd-3b07-bfbe-640fce11073f,96.8,9,68,0,0,0,17,0,21,"
                                + "2001-04-20,3,,,6.42,2001-01-01,year");
    }

    private static int headerFirst(String one, String other) {
        return one.startsWith("PrimaryKey,") ? -1 : other.startsWith("PrimaryKey,") ? 1 : one.compareTo(other);
    }
}
