package io.rapport.serve.connection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file of a watched folder, as the last look found it.
 *
 * @param path within the folder, with slashes
 * @param bytes its size
 * @param modified when it last changed, as the file system says, to the millisecond
 * @param quietSince the first look that found this size and this time
 * @param state what became of it
 * @param sha256 of the bytes that were last tried; null where there was no trial, or they could not be read
 * @param reasonCode why these bytes were set aside, as a code; null where they were not
 * @param reason the same for people
 */
public record WatchedFile(
        String path,
        long bytes,
        Instant modified,
        Instant quietSince,
        State state,
        @Nullable String sha256,
        @Nullable String reasonCode,
        @Nullable String reason) {

    /** What became of a file. */
    public enum State {
        /** Still being written, as far as anybody can tell. */
        WAITING,
        /** Its rows have landed, or had before. */
        IMPORTED,
        /** It can't be imported as it is; it lies where it lay. */
        SET_ASIDE
    }

    static WatchedFile seen(String path, long bytes, Instant modified, Instant at) {
        return new WatchedFile(path, bytes, modified, at, State.WAITING, null, null, null);
    }

    boolean looksLike(WatchedFile other) {
        return bytes == other.bytes && modified.equals(other.modified);
    }

    /** The same file after another look; what is known of its former bytes stays known. */
    WatchedFile seenAgain(WatchedFile look) {
        return new WatchedFile(
                path, look.bytes, look.modified, look.quietSince, State.WAITING, sha256, reasonCode, reason);
    }

    WatchedFile imported(String digest) {
        return new WatchedFile(path, bytes, modified, quietSince, State.IMPORTED, digest, null, null);
    }

    WatchedFile setAside(@Nullable String digest, String code, String text) {
        return new WatchedFile(path, bytes, modified, quietSince, State.SET_ASIDE, digest, code, text);
    }

    /** Set aside as it was, its bytes being the same. */
    WatchedFile setAsideStill() {
        return new WatchedFile(path, bytes, modified, quietSince, State.SET_ASIDE, sha256, reasonCode, reason);
    }
}
