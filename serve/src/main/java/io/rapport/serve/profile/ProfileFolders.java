package io.rapport.serve.profile;

import io.rapport.core.error.RapportException;
import io.rapport.core.file.FolderTree;
import io.rapport.model.input.StoredCustomers;
import io.rapport.serve.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Where the rows of profile sets lie: {@code profiles/<set>/<folder>} of the home. */
final class ProfileFolders {

    private final Home home;

    ProfileFolders(Home home) {
        this.home = home;
    }

    StoredCustomers version(String set, String folder) {
        return new StoredCustomers(home.profiles().resolve(set).resolve(folder));
    }

    /** A folder to write to; nobody reads it before it is kept. */
    StoredCustomers begin() {
        Path folder = home.temporary().resolve("profiles-" + UUID.randomUUID());
        try {
            return new StoredCustomers(Files.createDirectories(folder));
        } catch (IOException e) {
            throw failed(folder, e);
        }
    }

    /** Puts what was written in its place, in one step. */
    void keep(StoredCustomers written, String set, String folder) {
        Path target = version(set, folder).folder();
        try {
            Files.createDirectories(target.getParent());
            Files.move(written.folder(), target);
        } catch (IOException e) {
            throw failed(target, e);
        }
    }

    /** Removes what is there, with all in it. */
    void remove(Path folder) {
        try {
            FolderTree.delete(folder);
        } catch (IOException e) {
            throw failed(folder, e);
        }
    }

    Path set(String set) {
        return home.profiles().resolve(set);
    }

    private static RapportException failed(Path folder, IOException e) {
        return new RapportException(
                ProfileError.PROFILE_FILES,
                "The folder " + folder + " can't be written. Check its owner and the free space.",
                e);
    }
}
