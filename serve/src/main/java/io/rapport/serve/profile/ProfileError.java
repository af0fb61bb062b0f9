package io.rapport.serve.profile;

import io.rapport.core.error.ErrorCode;
import io.rapport.core.error.Kind;

/** What goes wrong with customer profiles. */
public enum ProfileError implements ErrorCode {
    /** A name that can't be one. */
    PROFILE_NAME(Kind.USER, false),
    /** Nobody knows a profile set of this name, or there is none at all. */
    PROFILE_UNKNOWN(Kind.USER, false),
    /** Another set has the same name but for capitals. */
    PROFILE_EXISTS(Kind.USER, false),
    /** It was not told what a needed column is, and could not be guessed. */
    PROFILE_MAPPING(Kind.USER, false),
    /** More rows can't be read than may be left out unasked. */
    PROFILE_BROKEN_ROWS(Kind.USER, false),
    /** What was added by hand is no address, or of no account. */
    ADDED_CONTACT(Kind.USER, false),
    /** The spec asks for a roll-up, and the set has no column of parents. */
    PROFILE_WITHOUT_PARENTS(Kind.USER, false),
    /** The home's folder of profiles can't be written or read. */
    PROFILE_FILES(Kind.RESOURCES, true);

    private final Kind kind;
    private final boolean retryable;

    ProfileError(Kind kind, boolean retryable) {
        this.kind = kind;
        this.retryable = retryable;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public boolean retryable() {
        return retryable;
    }
}
