package io.rapport.serve.backup;

/**
 * A file of a backup.
 *
 * @param path relative to the backup's folder, with slashes; never one that leads out of it
 * @param bytes how many
 * @param sha256 of its bytes, in hexadecimal
 */
public record BackupFile(String path, long bytes, String sha256) {

    /** Before the paths of the home's own files. */
    static final String HOME = "home/";

    static final String STATE = "state.db";
    static final String KEYS = "keys.sealed";

    public BackupFile {
        boolean isKnown = path.equals(STATE) || path.equals(KEYS) || path.startsWith(HOME);
        boolean leadsOut = path.indexOf('\\') >= 0
                || path.indexOf(':') >= 0
                || java.util.Arrays.stream(path.split("/", -1))
                        .anyMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
        if (!isKnown || leadsOut || bytes < 0 || !sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("no file of a backup");
        }
    }

    /** Whether it is one of the home's own files. */
    boolean isOfHome() {
        return path.startsWith(HOME);
    }

    /** Relative to the home. */
    String pathInHome() {
        return path.substring(HOME.length());
    }
}
