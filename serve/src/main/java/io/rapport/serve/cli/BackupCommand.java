package io.rapport.serve.cli;

import io.rapport.serve.backup.Backup;
import io.rapport.serve.backup.BackupManifest;
import io.rapport.serve.backup.Password;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a backup. */
@Command(
        name = "backup",
        header = "Copy the home as it is at one moment, while syncs and runs go on.",
        sortOptions = false,
        description = {
            "Takes the state database and the files that belong to it: the lake, tables of finished runs, customer",
            "profiles, extractions. The folder is new or empty; it holds backup.json once the backup is whole.",
            "The keys of the home stay out unless a password seals them. Without the keys the data is restored all the",
            "same, but stored credentials open again only with the key file; keep that apart from the backup."
        },
        footer = {
            "",
            "Examples:",
            "  rapport backup /mnt/backups/2026-11-20",
            "  rapport backup /mnt/backups/2026-11-20 --key-password-file ~/backup.password"
        })
final class BackupCommand implements Task {

    private static final String PERSON = "the person at the keyboard";

    @Parameters(index = "0", paramLabel = "FOLDER", description = "Where the backup goes; new or empty.")
    private Path target = Path.of("");

    @Option(
            names = "--key-password-file",
            paramLabel = "FILE",
            description = "Take the keys along, sealed with the password in this file: 12 characters or more.")
    private @Nullable Path passwordFile;

    @Override
    public void run(Session session) {
        session.requireHomeInUse();
        @Nullable Password password = passwordFile == null ? null : Password.read(passwordFile);
        // Whether the state is the home's own, the lake finds out.
        session.openLake().close();
        BackupManifest manifest;
        try (ProgressView progress = session.progress()) {
            manifest = new Backup(session.home(), session.state(), session.instants())
                    .take(target, password, PERSON, progress);
        }
        show(session.console(), manifest);
    }

    private void show(Console console, BackupManifest manifest) {
        if (console.isJson()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("folder", target.toAbsolutePath().normalize());
            fields.put("id", manifest.id());
            fields.put("takenAt", manifest.takenAt());
            fields.put("commit", manifest.commit());
            fields.put("files", manifest.files().size());
            fields.put("bytes", manifest.bytes());
            fields.put("hasKeys", manifest.hasKeys());
            console.json(fields);
            return;
        }
        console.line("Backed up to " + target + ": the home as it was at " + manifest.takenAt() + ", "
                + Words.many(manifest.files().size(), "file") + ", " + Words.size(manifest.bytes()) + ".");
        console.note(
                manifest.hasKeys()
                        ? "The keys are in it, sealed. Keep the password apart from it: whoever has both has everything."
                        : "The keys are not in it. Keep those of the folder keys, or RAPPORT_KEY, apart from it: without them"
                                + " tenants have to be connected again.");
    }
}
