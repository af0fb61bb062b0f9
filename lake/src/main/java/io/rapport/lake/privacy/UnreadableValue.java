package io.rapport.lake.privacy;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value that can't be read as its column's type. Says why without the value; has no stack trace, being no fault. */
final class UnreadableValue extends RuntimeException {

    private final String why;
    private final @Nullable String source;

    UnreadableValue(String why) {
        this(why, null);
    }

    /** @param source the column whose value it is, where that is not the one being written */
    UnreadableValue(String why, @Nullable String source) {
        super(why, null, false, false);
        this.why = why;
        this.source = source;
    }

    String why() {
        return why;
    }

    Optional<String> findSource() {
        return Optional.ofNullable(source);
    }
}
