package io.rapport.serve.backup;

import io.rapport.core.error.RapportException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Seals a home's keys in a backup: 12 characters or more, known to people and stored nowhere. */
public final class Password {

    private static final int LEAST = 12;

    private final String text;

    private Password(String text) {
        this.text = text;
    }

    /**
     * @param file holds it, in its first line
     * @throws RapportException {@link BackupError#BACKUP_PASSWORD}
     */
    public static Password read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new RapportException(
                    BackupError.BACKUP_PASSWORD,
                    "The file " + file
                            + ", which holds the password of the keys, can't be read. Check its name and owner.",
                    e);
        }
        String text = lines.isEmpty() ? "" : lines.get(0).strip();
        if (text.length() < LEAST) {
            throw new RapportException(
                    BackupError.BACKUP_PASSWORD,
                    "The password in " + file + " has " + text.length() + " characters; it takes " + LEAST
                            + " or more, for whoever finds the backup can try them out. To make one: openssl rand -base64 24.");
        }
        return new Password(text);
    }

    char[] characters() {
        return text.toCharArray();
    }

    @Override
    public String toString() {
        return "a password";
    }
}
