package io.rapport.model.duckdb.extract;

import io.rapport.lake.duckdb.SqlText;
import io.rapport.model.extract.UserFilter;
import io.rapport.model.extract.UserProperty;

/** A filter of users in DuckDB's words, over {@code User_v1}. */
final class FilterSql {

    private FilterSql() {}

    static String of(UserFilter filter) {
        if (filter instanceof UserFilter.And and) {
            return "(" + of(and.left()) + " and " + of(and.right()) + ")";
        }
        if (filter instanceof UserFilter.Or or) {
            return "(" + of(or.left()) + " or " + of(or.right()) + ")";
        }
        if (filter instanceof UserFilter.Not not) {
            return "(not " + of(not.filter()) + ")";
        }
        if (filter instanceof UserFilter.FlagIs flag) {
            return "(" + column(flag.property()) + distinctness(flag.isEqual()) + flag.flag() + ")";
        }
        if (filter instanceof UserFilter.TextIs text) {
            return "(lower(" + column(text.property()) + ")" + distinctness(text.isEqual()) + "lower("
                    + SqlText.literal(text.text()) + "))";
        }
        UserFilter.BeginsWith begins = (UserFilter.BeginsWith) filter;
        return "coalesce(starts_with(lower(" + column(begins.property()) + "), lower(" + SqlText.literal(begins.text())
                + ")), false)";
    }

    private static String column(UserProperty property) {
        return SqlText.name(property.column());
    }

    /** Never null, so that {@code not} of it is what people expect. */
    private static String distinctness(boolean isEqual) {
        return isEqual ? " is not distinct from " : " is distinct from ";
    }
}
