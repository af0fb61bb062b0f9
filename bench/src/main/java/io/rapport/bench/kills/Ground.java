package io.rapport.bench.kills;

import io.rapport.bench.program.StartedProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the trials work with.
 *
 * @param folder in which everything lies
 */
record Ground(Path folder, StartedProgram program, VisibleRows rows, SmallCompany company) {

    private static final String BEGINNING = "beginning";

    /** A home that stages begin with, made by the first one: mail, a directory, customers. */
    Path beginning() throws IOException, InterruptedException {
        Path home = folder.resolve(BEGINNING);
        if (!Files.exists(home)) {
            program.done(home, "import", "User_v1", company.users().toString());
            program.done(home, "import", "Message_v1", company.firstMail().toString());
            program.done(
                    home,
                    "profiles",
                    "import",
                    "Customers",
                    "--accounts",
                    company.accounts().toString(),
                    "--contacts",
                    company.contacts().toString());
        }
        return home;
    }

    /** Files of a home whose like may be left over, but for the lake's. */
    static final List<String> PARTS =
            List.of("output", "profiles", "extractions", "insights", "tmp", "rejects", "certificates");
}
