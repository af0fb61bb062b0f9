package io.rapport.serve.cli;

import io.rapport.core.error.RapportException;
import io.rapport.core.landing.LandedFile;
import io.rapport.core.landing.Snapshot;
import io.rapport.core.landing.SnapshotText;
import io.rapport.lake.Lake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes which files make up the lake, for a run on a cluster that reads a copy of it. */
@Command(
        name = "snapshot",
        header = "Write the list of the lake's files as they are now, for a run on a Spark cluster.",
        sortOptions = false,
        description = {
            "Copy the lake folder to the cluster's storage afterwards, and give the list to the run with --snapshot. What is",
            "folded or dropped meanwhile lies here for another day; what is erased is gone at once."
        },
        footer = {"", "Examples:", "  rapport snapshot snapshot.tsv"})
final class SnapshotCommand implements Task {

    @Parameters(index = "0", paramLabel = "FILE", description = "Must not be there yet.")
    private Path file = Path.of("");

    @Override
    public void run(Session session) {
        session.requireHomeInUse();
        Snapshot snapshot;
        try (Lake lake = session.openLake()) {
            snapshot = lake.snapshot();
        }
        write(snapshot, session.home().lake());
        long rows = snapshot.files().stream().mapToLong(LandedFile::rows).sum();
        long bytes = snapshot.files().stream().mapToLong(LandedFile::bytes).sum();
        if (session.console().isJson()) {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            fields.put("file", file);
            fields.put("commit", snapshot.id());
            fields.put("files", snapshot.files().size());
            fields.put("rows", rows);
            fields.put("bytes", bytes);
            session.console().json(fields);
        } else {
            session.console()
                    .line(file + ": commit " + snapshot.id() + " of the lake, "
                            + Words.many(snapshot.files().size(), "file") + ", " + Words.many(rows, "row") + ", "
                            + Words.size(bytes));
        }
    }

    private void write(Snapshot snapshot, Path lake) {
        try {
            Files.write(file, SnapshotText.lines(snapshot, lake), StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new RapportException(
                    CliError.WRONG_ARGUMENT,
                    file + " can't be written: it is there already, or its folder is not for this user.",
                    e);
        }
    }
}
