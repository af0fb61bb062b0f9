package io.rapport.model.extract;

import java.util.Locale;

/** What is asked for, one by one, as the command line and as forms call it. */
public enum ExtractField {
    FROM("--from", "The first day"),
    TO("--to", "The end"),
    DATE_COLUMN("--date-column", "The date"),
    COLUMNS("--columns", "The choice of columns"),
    GROUPS("--group", "The list of groups"),
    USER_FILTER("--user-filter", "The filter of users"),
    REGION("--region", "The region"),
    TENANT_REGION("--tenant-region", "The tenant's own region"),
    FORMAT("--format", "The format");

    private final String option;
    private final String title;

    ExtractField(String option, String title) {
        this.option = option;
        this.title = title;
    }

    /** At the beginning of a sentence. */
    String begin(boolean isForm) {
        return isForm ? title : option;
    }

    /** Within a sentence. */
    String within(boolean isForm) {
        return isForm ? title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1) : option;
    }
}
