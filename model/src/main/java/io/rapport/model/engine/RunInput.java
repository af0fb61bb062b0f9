package io.rapport.model.engine;

import static io.rapport.model.engine.RunInput.Type.DATE;
import static io.rapport.model.engine.RunInput.Type.FLAG;
import static io.rapport.model.engine.RunInput.Type.TEXT;
import static io.rapport.model.engine.RunInput.Type.WHOLE;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What a run brings along itself, besides the lake: a relation of the same name for the models. */
public enum RunInput {
    /** The account profiles, row by row. */
    CUSTOMER_ACCOUNT("row_number", WHOLE, "account_id", TEXT, "account_name", TEXT, "parent_account_id", TEXT),
    /** The contact data set, row by row. */
    CUSTOMER_CONTACT(
            "row_number", WHOLE, "contact_id", TEXT, "address", TEXT, "has_address_text", FLAG, "account_id", TEXT),
    /** The selection, each address once. */
    SELECTED_ADDRESS("address", TEXT),
    /** Each day of the window with each period that it belongs to; unpublished periods begin before the window. */
    PERIOD_DAY("day", DATE, "aggregation_level", TEXT, "period_start", DATE, "period_end", DATE, "is_published", FLAG),
    /** Domains of public mail providers. */
    PUBLIC_DOMAIN("domain", TEXT),
    /** The components of the score with their weights; channel is email, meeting or null. */
    COMPONENT("component", TEXT, "ordinal", WHOLE, "weight", WHOLE, "channel", TEXT),
    /** One row: the fewest people that a report shows together. */
    REPORT_RULE("minimum_people", WHOLE),
    /** One row: the fewest people behind a published number, the seconds that are looked at, and the usual zone. */
    COLLABORATION_RULE("minimum_people", WHOLE, "first_second", WHOLE, "end_second", WHOLE, "zone", TEXT),
    /** Each counted week, by its number from the Monday before 1970, with the month in which it begins. */
    REPORT_WEEK("week_number", WHOLE, "week_start", DATE, "month_start", DATE),
    /** When the owner of a mailbox works; seconds of the day, and a 1 or 0 for each day of the week from Monday. */
    WORKING_HOURS(
            "user_id",
            TEXT,
            "zone",
            TEXT,
            "working_days",
            TEXT,
            "start_second",
            WHOLE,
            "end_second",
            WHOLE,
            "is_complete",
            FLAG),
    /** How far a zone's clock is from UTC, in each stretch of the seconds that are looked at. */
    ZONE_OFFSET("zone", TEXT, "from_second", WHOLE, "to_second", WHOLE, "offset_seconds", WHOLE),
    /** The department of a person as it was recorded in a month, or that there was nobody any more; it counts from then on. */
    RECORDED_DEPARTMENT("user_id", TEXT, "month_start", DATE, "department", TEXT, "is_there", FLAG);

    /** What a column of an input holds. */
    public enum Type {
        TEXT,
        WHOLE,
        FLAG,
        DATE
    }

    private final Map<String, Type> columns;

    RunInput(Object... namesAndTypes) {
        Map<String, Type> pairs = new LinkedHashMap<>();
        for (int i = 0; i < namesAndTypes.length; i += 2) {
            pairs.put((String) namesAndTypes[i], (Type) namesAndTypes[i + 1]);
        }
        this.columns = java.util.Collections.unmodifiableMap(pairs);
    }

    /** Columns in order. */
    public Map<String, Type> columns() {
        return columns;
    }

    public String relation() {
        return name().toLowerCase(Locale.ROOT);
    }
}
