package io.rapport.serve.profile;

import io.rapport.core.error.RapportException;
import io.rapport.model.input.CustomerFiles;
import io.rapport.serve.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Files that somebody sent and that are no version yet: in {@code profiles/_uploads} of the home, for a day at most.
 * Thread-safe.
 */
public final class ProfileUploads {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final Pattern ID = Pattern.compile("\\d{13}-[0-9a-f-]{36}");
    private static final String NAME = "name.txt";

    private final Home home;
    private final ProfileFolders folders;
    private final InstantSource instants;

    public ProfileUploads(Home home, InstantSource instants) {
        this.home = home;
        this.folders = new ProfileFolders(home);
        this.instants = instants;
    }

    /**
     * Two files that were sent.
     *
     * @param id names it in addresses
     * @param name of the set that they are for
     */
    public record Upload(String id, String name, CustomerFiles files) {}

    /** Where a file that is sent goes. */
    @FunctionalInterface
    public interface SentFile {
        void writeTo(Path target) throws IOException;
    }

    /**
     * Takes two files; those that nobody went on with for a day go.
     *
     * @throws RapportException {@link ProfileError#PROFILE_NAME} or {@link ProfileError#PROFILE_FILES}
     */
    public Upload receive(String name, SentFile accounts, SentFile contacts) {
        String wanted = ProfileName.require(name);
        sweep();
        String id = instants.millis() + "-" + UUID.randomUUID();
        Path folder = folder(id);
        try {
            Files.createDirectories(folder);
            accounts.writeTo(folder.resolve("accounts.csv"));
            contacts.writeTo(folder.resolve("contacts.csv"));
            Files.writeString(folder.resolve(NAME), wanted);
            return new Upload(id, wanted, files(folder));
        } catch (IOException e) {
            folders.remove(folder);
            throw new RapportException(
                    ProfileError.PROFILE_FILES,
                    "The files could not be kept (" + e.getClass().getSimpleName()
                            + "). Look for space and rights in the home.",
                    e);
        }
    }

    /** Empty where it is saved, dropped, or older than a day. */
    public Optional<Upload> find(String id) {
        Path folder = ID.matcher(id).matches() ? folder(id) : null;
        if (folder == null || isOver(id) || !Files.isRegularFile(folder.resolve(NAME))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Upload(id, Files.readString(folder.resolve(NAME)), files(folder)));
        } catch (IOException goneMeanwhile) {
            return Optional.empty();
        }
    }

    public void drop(Upload upload) {
        folders.remove(folder(upload.id()));
    }

    private void sweep() {
        Path all = home.profiles().resolve("_uploads");
        if (!Files.isDirectory(all)) {
            return;
        }
        try (Stream<Path> found = Files.list(all)) {
            List<Path> over = found.filter(folder -> isOver(String.valueOf(folder.getFileName())))
                    .toList();
            over.forEach(folders::remove);
        } catch (IOException e) {
            throw new RapportException(
                    ProfileError.PROFILE_FILES, "The folder " + all + " can't be read. Check its owner.", e);
        }
    }

    private boolean isOver(String id) {
        return !ID.matcher(id).matches() || Long.parseLong(id.substring(0, 13)) + KEPT.toMillis() < instants.millis();
    }

    private Path folder(String id) {
        return home.profiles().resolve("_uploads").resolve(id);
    }

    private static CustomerFiles files(Path folder) {
        return new CustomerFiles(
                folder.resolve("accounts.csv"),
                folder.resolve("contacts.csv"),
                Path.of("The file of accounts"),
                Path.of("The file of contacts"));
    }
}
