package io.rapport.lake.landing;

import java.util.Locale;

/** What a staged line means for a key that the lake has met before. */
enum Verdict {
    /** The lake shows the same row already. */
    SAME,
    /** The lake shows another row. */
    CHANGED,
    /** The lake holds the key, but hidden: it was removed earlier. */
    RETURNED,
    /** The key is taken out. */
    REMOVED,
    /** The key is to be taken out, but is out already. */
    ABSENT;

    /** As the engine writes it. */
    String sql() {
        return '\'' + name().toLowerCase(Locale.ROOT) + '\'';
    }
}
