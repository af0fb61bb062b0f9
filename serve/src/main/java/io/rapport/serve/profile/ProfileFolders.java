package io.rapport.serve.profile;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rapport.core.address.Address;
import io.rapport.core.error.RapportException;
import io.rapport.core.file.FolderTree;
import io.rapport.lake.privacy.Suppression;
import io.rapport.model.input.StoredCustomers;
import io.rapport.model.run.RunFolder;
import io.rapport.serve.home.Home;
import io.rapport.serve.json.JsonText;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

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
    RunFolder begin() {
        return RunFolder.create(home.temporary().resolve("profiles-" + UUID.randomUUID()));
    }

    /** Leaves contacts out whose address is an erased person's. */
    void leaveOut(StoredCustomers written, Suppression erased) {
        if (erased.isEmpty()) {
            return;
        }
        Path file = written.folder().resolve("contacts.ndjson.gz");
        Path rest = written.folder().resolve("rest.ndjson.gz");
        try {
            try (var lines = new BufferedReader(
                            new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), UTF_8));
                    var kept = new BufferedWriter(
                            new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(rest)), UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (!isErased(line, erased)) {
                        kept.write(line);
                        kept.write('\n');
                    }
                }
            }
            Files.move(rest, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    private static boolean isErased(String line, Suppression erased) {
        String address = JsonText.read(line) instanceof Map<?, ?> contact
                ? Address.normalForm(String.valueOf(contact.get("address")))
                : null;
        return address != null && erased.holdsAddress(address);
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
