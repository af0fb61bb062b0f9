package io.rapport.serve.upkeep;

/** What an upkeep job is asked to do, by its subject; the name of a dataset asks for the compaction of that one. */
public final class UpkeepSubject {

    /** What every night does. */
    public static final String NIGHTLY = UpkeepRound.SUBJECT;

    /** Takes former months out at once: somebody asked for it. */
    public static final String FORMER_MONTHS = "former months";

    /** Folds all files, down to the last change file. */
    public static final String ALL_FILES = "all files";

    private UpkeepSubject() {}
}
