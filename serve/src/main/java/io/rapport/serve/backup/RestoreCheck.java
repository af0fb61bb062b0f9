package io.rapport.serve.backup;

import io.rapport.core.error.RapportException;
import io.rapport.core.program.ProgramVersion;
import io.rapport.lake.backup.StateOwner;
import io.rapport.lake.manifest.LakeState;
import io.rapport.lake.state.StateLocation;
import io.rapport.lake.state.StateSchema;
import io.rapport.serve.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What speaks against a restore: all of it is told at once. For one thread. */
final class RestoreCheck {

    private static final int MOST_NAMED = 20;
    private static final long MEGABYTE = 1_000_000;
    private static final long SPARE = 16 * MEGABYTE;

    private final Path source;
    private final List<String> problems = new ArrayList<>();

    RestoreCheck(Path source) {
        this.source = source;
    }

    void add(String problem) {
        problems.add(problem);
    }

    /** @throws RapportException {@link BackupError#RESTORE_REFUSED} with all that was found */
    void require() {
        if (problems.isEmpty()) {
            return;
        }
        List<String> named = problems.subList(0, Math.min(MOST_NAMED, problems.size()));
        String more = problems.size() > MOST_NAMED ? " And " + (problems.size() - MOST_NAMED) + " more." : "";
        throw new RapportException(
                BackupError.RESTORE_REFUSED,
                "The backup " + source + " can't be restored. Nothing was changed. " + String.join(" ", named) + more);
    }

    /** Its text, where it can be read and understood by this version; otherwise nothing else can be looked at. */
    BackupManifest manifest(String text) {
        BackupManifest manifest;
        try {
            manifest = BackupManifest.read(text);
        } catch (IllegalArgumentException e) {
            add(BackupManifest.NAME + " is damaged: nobody can say what the backup holds. Use another backup.");
            require();
            throw new IllegalStateException(e);
        }
        boolean isNewer = manifest.format() > BackupManifest.FORMAT;
        List<String> versions = new ArrayList<>();
        for (StateSchema schema : Backup.schemas()) {
            int version = manifest.schemas().getOrDefault(schema.room(), 0);
            isNewer |= version > schema.newest();
            versions.add(schema.room() + " schema " + version + ", known up to " + schema.newest());
        }
        if (isNewer) {
            add("It was taken by a newer Rapport, " + manifest.program() + " (format " + manifest.format()
                    + ", known up to " + BackupManifest.FORMAT + "; " + String.join("; ", versions) + "). This one is "
                    + ProgramVersion.text() + ": use that version or a later one.");
            require();
        }
        return manifest;
    }

    /** Whether every file is there and as long as it was. */
    void files(BackupManifest manifest) {
        for (BackupFile file : manifest.files()) {
            Path path = source.resolve(file.path());
            try {
                if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                    add(file.path() + " is missing.");
                } else if (Files.size(path) != file.bytes()) {
                    add(file.path() + " has " + Files.size(path) + " bytes, not " + file.bytes() + ".");
                }
            } catch (IOException e) {
                add(file.path() + " can't be read.");
            }
        }
    }

    void home(Home home, BackupManifest manifest, boolean areKeysRestored) {
        List<String> strangers = RestoreFolder.strangers(home).stream()
                .filter(name -> areKeysRestored || !name.equals("keys"))
                .toList();
        if (!strangers.isEmpty()) {
            add("The home " + home.folder() + " is not empty: it holds "
                    + String.join(", ", strangers.subList(0, Math.min(5, strangers.size())))
                    + ". Name a home that is new or empty with --home.");
        }
        try {
            Path there = home.folder();
            while (!Files.exists(there) && there.getParent() != null) {
                there = there.getParent();
            }
            long free = Files.getFileStore(there).getUsableSpace();
            if (free < manifest.bytes() + SPARE) {
                add("It takes " + manifest.bytes() / MEGABYTE + " MB at " + home.folder() + ", where " + free / MEGABYTE
                        + " MB are free.");
            }
        } catch (IOException e) {
            add("The home " + home.folder() + " can't be looked at. Check its owner.");
        }
    }

    /** @param own the id of what a broken-off restore has put there; null where there was none */
    void state(StateLocation to, @Nullable String own) {
        if (to.findFile().isEmpty()) {
            Optional<String> owner = StateOwner.find(to, LakeState.schema());
            if (owner.isPresent() && !owner.get().equals(own)) {
                add("The state database " + to + " belongs to a home already. Name an empty one with --state-url.");
            }
        }
    }

    /** What the password opens; empty where there is nothing to open, or where it does not. */
    Map<String, byte[]> keys(BackupManifest manifest, @Nullable Password password) {
        if (password == null) {
            return Map.of();
        }
        if (!manifest.hasKeys()) {
            add("It holds no keys: leave out --key-password-file.");
            return Map.of();
        }
        Optional<Map<String, byte[]>> keys;
        try {
            keys = SealedKeys.open(Files.readString(source.resolve(BackupFile.KEYS)), password);
        } catch (IOException e) {
            return Map.of();
        }
        if (keys.isEmpty()) {
            add("The password does not open its keys.");
        }
        return keys.orElse(Map.of());
    }
}
