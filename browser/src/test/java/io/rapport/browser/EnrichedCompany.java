package io.rapport.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A small company whose mail is enriched: founded once in a process, because that takes longer than most tests. */
final class EnrichedCompany {

    private static @Nullable Path found;

    private EnrichedCompany() {}

    /** Its home; whoever writes there puts it back as it was. */
    static synchronized Path home() throws IOException, InterruptedException {
        if (found == null) {
            found = found();
        }
        return found;
    }

    private static Path found() throws IOException, InterruptedException {
        Path home = Files.createTempDirectory(Path.of("target"), "company").toAbsolutePath();
        Program.run(home, "demo", "--tables", "--people=30", "--accounts=80", "--months=8");
        return home;
    }
}
