package io.rapport.core.error;

/** Whose problem an error is; HTTP status and exit code are derived from it and the code in one place each. */
public enum Kind {
    /** The person can mend it: wrong words, wrong file, something refused. */
    USER,
    /** Somebody else's service failed. */
    EXTERNAL,
    /** Disk, memory or time ran out. */
    RESOURCES,
    /** A fault of Rapport's own. */
    INTERNAL
}
