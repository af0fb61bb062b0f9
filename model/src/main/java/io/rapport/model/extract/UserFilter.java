package io.rapport.model.extract;

/**
 * A condition on a user of the directory. Text is compared without regard to case, as the directory does it; what a user
 * lacks equals nothing, and differs from everything.
 */
public sealed interface UserFilter {

    /** The text is, or is not, the property's. */
    record TextIs(UserProperty property, String text, boolean isEqual) implements UserFilter {}

    /** The flag is, or is not, the property's. */
    record FlagIs(UserProperty property, boolean flag, boolean isEqual) implements UserFilter {}

    /** The property begins with the text. */
    record BeginsWith(UserProperty property, String text) implements UserFilter {}

    record And(UserFilter left, UserFilter right) implements UserFilter {}

    record Or(UserFilter left, UserFilter right) implements UserFilter {}

    record Not(UserFilter filter) implements UserFilter {}
}
