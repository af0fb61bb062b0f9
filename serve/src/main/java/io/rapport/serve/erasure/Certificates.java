package io.rapport.serve.erasure;

import io.rapport.core.error.RapportException;
import io.rapport.serve.home.Home;
import io.rapport.serve.json.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/** The certificates of a home: one file of JSON and one to be printed for each erasure, in {@code certificates/}. */
public final class Certificates {

    private final Path folder;

    public Certificates(Home home) {
        this.folder = home.folder().resolve("certificates");
    }

    /** Who asked, as a certificate may say it: some providers know people by their address alone. */
    static String who(String by) {
        return by.indexOf('@') < 0 ? by : "an administrator who is known by an address";
    }

    /** Where one lies, to be printed. */
    public Path text(int number) {
        return folder.resolve("erasure-" + number + ".txt");
    }

    /** Where one lies as JSON. */
    public Path json(int number) {
        return folder.resolve("erasure-" + number + ".json");
    }

    /** Where one of another kind lies, to be printed. */
    public Path text(String name) {
        return folder.resolve(name + ".txt");
    }

    /** Where one of another kind lies as JSON. */
    public Path json(String name) {
        return folder.resolve(name + ".json");
    }

    /** The one as JSON comes last: where it is, both are. */
    void write(String name, Map<String, Object> fields, List<String> lines) {
        write(text(name), String.join("\n", lines) + "\n");
        write(json(name), JsonText.of(fields) + "\n");
    }

    void write(Certificate certificate) {
        write(json(certificate.number()), JsonText.of(certificate.fields()) + "\n");
        write(text(certificate.number()), String.join("\n", certificate.lines()) + "\n");
    }

    private void write(Path file, String text) {
        try {
            Files.createDirectories(folder);
            // One at a time: what a killed process left is written over.
            Path whole = Files.writeString(file.resolveSibling(file.getFileName() + ".unfinished"), text);
            Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new RapportException(
                    PersonErasureError.PERSON_FILES,
                    "The certificate " + file
                            + " can't be written. Check the owner of the home and the free space; then"
                            + " run the erasure again.",
                    e);
        }
    }
}
