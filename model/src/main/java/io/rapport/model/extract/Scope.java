package io.rapport.model.extract;

import java.util.List;

/** Whose data is wanted. */
public sealed interface Scope {

    /** Most groups that one extraction takes. */
    int MOST_GROUPS = 10;

    /** Everybody. */
    record Everybody() implements Scope {}

    /**
     * The users of some groups, nested ones included; of a dataset about groups, the groups themselves.
     *
     * @param ids object ids, in lower case
     */
    record Groups(List<String> ids) implements Scope {
        public Groups {
            ids = List.copyOf(ids);
            if (ids.isEmpty() || ids.size() > MOST_GROUPS) {
                throw new IllegalArgumentException(ids.size() + " groups; there may be 1 to " + MOST_GROUPS);
            }
        }
    }

    /**
     * The users whom a filter over the directory finds.
     *
     * @param text as somebody wrote it
     */
    record Filtered(UserFilter filter, String text) implements Scope {}
}
