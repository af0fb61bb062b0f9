package io.rapport.serve.home;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The home folder: everything that Rapport stores lies in it, nothing outside. Nothing is created by asking for a path.
 *
 * @param folder absolute
 */
public record Home(Path folder) {

    public Home {
        folder = folder.toAbsolutePath().normalize();
    }

    /** Whether anything was ever stored here: the state database, or the id by which one knows the home, comes first. */
    public boolean isInUse() {
        return Files.isRegularFile(database()) || Files.isRegularFile(id());
    }

    /** One folder per dataset, Parquet by month. */
    public Path lake() {
        return folder.resolve("lake");
    }

    /** One folder per output table and run. */
    public Path output() {
        return folder.resolve("output");
    }

    /** Customer profiles: one folder per set, one in it per version. */
    public Path profiles() {
        return folder.resolve("profiles");
    }

    /** What the server extracts: one folder per extraction, under its id; unfinished ones begin with an underscore. */
    public Path extractions() {
        return folder.resolve("extractions");
    }

    /** What was counted of people in groups, for pages. */
    public Path insights() {
        return folder.resolve("insights");
    }

    /** Domains of public mail providers that people add to the list that ships; need not be there. */
    public Path publicMailDomains() {
        return folder.resolve("public-mail-domains.txt");
    }

    /** The state database, where it is SQLite. */
    public Path database() {
        return folder.resolve("rapport.db");
    }

    /** The home's random id, which its state database knows too. */
    public Path id() {
        return folder.resolve("home.id");
    }

    /** The key of the secrets that rest in the state database. */
    public Path secretKey() {
        return folder.resolve("keys").resolve("secrets.key");
    }

    /** What imports refused: dataset, file, line and reason, never the rows. */
    public Path rejects() {
        return folder.resolve("rejects");
    }

    /** Where the engine puts what doesn't fit into memory; emptied when a command ends. */
    public Path temporary() {
        return folder.resolve("tmp");
    }

    public Path logs() {
        return folder.resolve("logs");
    }

    public Path log() {
        return logs().resolve("rapport.log");
    }
}
