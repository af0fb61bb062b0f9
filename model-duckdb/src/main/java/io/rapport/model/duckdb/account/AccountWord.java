package io.rapport.model.duckdb.account;

/** What can be true of an account; each is a column of the index, defined once in {@code account_standing.sql}. */
public enum AccountWord {
    GOING_QUIET("is_going_quiet"),
    FALLING("is_falling"),
    ONE_WAY("is_one_way"),
    SINGLE_THREADED_OURS("is_single_threaded_ours"),
    SINGLE_THREADED_THEIRS("is_single_threaded_theirs"),
    LOST_CONTACTS("has_lost_contacts"),
    STALE("is_stale"),
    NEVER_ENGAGED("is_never_engaged"),
    RISING("is_rising"),
    NEW_CONTACTS("has_new_contacts"),
    REVIVED("is_revived");

    private final String column;

    AccountWord(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }
}
