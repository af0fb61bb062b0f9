package io.rapport.core.dataset;

import java.util.List;

/** What a column holds, and so how the privacy gate writes it. */
public sealed interface ColumnType {

    /** A single value. */
    enum Scalar implements ColumnType {
        /** Text, stripped; blank is absent. */
        TEXT,
        /** A word of a closed list; a typed literal ({@code microsoft.graph.bodyType'html'}) is the word within. */
        WORD,
        /** True or false. */
        FLAG,
        /** A whole number; only derived columns have it. */
        COUNT,
        /** An instant, UTC, cut to the second; before 1990 is absent. */
        INSTANT,
        /** A calendar date; only derived columns have it. */
        DATE,
        /** A mail address in its normal form; what is none is absent. */
        ADDRESS,
        /** A mail entry of {@code proxyAddresses}, prefix kept; others are left out of their list. */
        PROXY_ADDRESS
    }

    /** A list; entries that come out absent are left out. */
    record ListOf(ColumnType element) implements ColumnType {}

    /** An object with named fields. */
    record Struct(List<Column> fields) implements ColumnType {
        public Struct {
            fields = List.copyOf(fields);
        }
    }
}
