package io.rapport.model.duckdb.account;

/** By what a list of accounts is sorted. */
public enum AccountOrder {
    NAME("sort_name"),
    SCORE("score"),
    CHANGE("score - score_before"),
    /** How far the last complete month lies above the three before it. */
    MONTH("month_score - usual_month_score"),
    EMAILS("emails"),
    MEETINGS("meetings"),
    LAST_EMAIL("days_since_email"),
    LAST_MEETING("days_since_meeting");

    private final String expression;

    AccountOrder(String expression) {
        this.expression = expression;
    }

    /** Accounts that have no such value come last, whichever way. */
    String sql(boolean isDescending) {
        return expression + (isDescending ? " desc" : " asc") + " nulls last, sort_name, account_id";
    }
}
