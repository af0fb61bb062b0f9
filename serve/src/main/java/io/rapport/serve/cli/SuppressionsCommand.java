package io.rapport.serve.cli;

import io.rapport.core.error.RapportException;
import io.rapport.lake.Lake;
import io.rapport.lake.privacy.SuppressionList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes the suppression list for a run on a cluster. */
@Command(
        name = "suppressions",
        header = "Write the list of who was erased, for a run on a Spark cluster.",
        sortOptions = false,
        description = {
            "Keyed hashes and their key: whoever has the file can try out who is on it. Give it to the cluster's",
            "run with --suppressions, and delete it afterwards."
        },
        footer = {"", "Examples:", "  rapport suppressions erased.txt"})
final class SuppressionsCommand implements Task {

    @Parameters(index = "0", paramLabel = "FILE", description = "Must not be there yet.")
    private Path file = Path.of("");

    @Override
    public void run(Session session) {
        session.requireHomeInUse();
        SuppressionList list;
        try (Lake lake = session.openLake()) {
            list = lake.suppressionList();
        }
        write(list);
        if (session.console().isJson()) {
            session.console().json(Map.of("file", file, "hashes", list.hashes().size()));
        } else {
            session.console()
                    .line(file + ": " + Words.many(list.hashes().size(), "hash", "hashes")
                            + ". Delete it after the run.");
        }
    }

    private void write(SuppressionList list) {
        try {
            Files.createFile(file);
            if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
            Files.write(file, list.lines());
        } catch (IOException e) {
            throw new RapportException(
                    CliError.WRONG_ARGUMENT,
                    file + " can't be written: it is there already, or its folder is not for this user.",
                    e);
        }
    }
}
