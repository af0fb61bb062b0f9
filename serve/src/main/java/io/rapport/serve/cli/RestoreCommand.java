package io.rapport.serve.cli;

import io.rapport.serve.backup.BackupManifest;
import io.rapport.serve.backup.Password;
import io.rapport.serve.backup.Restore;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings a backup back. */
@Command(
        name = "restore",
        header = "Bring a backup back into an empty home, with SQLite or PostgreSQL.",
        sortOptions = false,
        description = {
            "Looks at every byte before anything counts; a backup that is damaged, or that a newer version took, is",
            "refused with all that is wrong. Where it is broken off, run it again. The home gets an id of its own; jobs",
            "that were open are closed, and everybody signs in again. The home that was backed up is not touched: end it",
            "first, or both will sync the same tenants and send the same digests."
        },
        footer = {
            "",
            "Examples:",
            "  rapport restore /mnt/backups/2026-11-20 --home new-home",
            "  rapport restore /mnt/backups/2026-11-20 --home new-home \\",
            "      --state-url 'jdbc:postgresql://db.example.com:5432/rapport?user=rapport'"
        })
final class RestoreCommand implements Task {

    private static final String PERSON = "the person at the keyboard";

    @Parameters(index = "0", paramLabel = "FOLDER", description = "The backup.")
    private Path source = Path.of("");

    @Option(
            names = "--key-password-file",
            paramLabel = "FILE",
            description = "Restore the keys too; the password that sealed them is in this file.")
    private @Nullable Path passwordFile;

    @Override
    public void run(Session session) {
        @Nullable Password password = passwordFile == null ? null : Password.read(passwordFile);
        BackupManifest manifest;
        try (ProgressView progress = session.progress()) {
            manifest = new Restore(session.home(), session.state(), session.instants())
                    .run(source, password, PERSON, progress);
        }
        // Opens as any home does.
        session.openLake().close();
        show(session, manifest, password != null);
    }

    private static void show(Session session, BackupManifest manifest, boolean hasKeys) {
        Console console = session.console();
        if (console.isJson()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("home", session.home().folder());
            fields.put("id", manifest.id());
            fields.put("takenAt", manifest.takenAt());
            fields.put("commit", manifest.commit());
            fields.put("files", manifest.files().size());
            fields.put("bytes", manifest.bytes());
            fields.put("hasKeys", hasKeys);
            console.json(fields);
            return;
        }
        console.line("Restored to " + session.home().folder() + ": the home as it was at " + manifest.takenAt() + ", "
                + Words.many(manifest.files().size(), "file") + ", every byte as it was.");
        if (!hasKeys) {
            console.note(
                    "The keys are not restored. Put the files of the old home's folder keys into the new one's, or set"
                            + " RAPPORT_KEY; otherwise connect the tenants again.");
        }
    }
}
