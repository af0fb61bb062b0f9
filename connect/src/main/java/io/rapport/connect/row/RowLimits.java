package io.rapport.connect.row;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;

/**
 * What a reader puts up with in one row, so that a hostile or broken source can't take more memory or time than a row is
 * worth. A row beyond a limit is rejected.
 *
 * @param nesting levels of lists and objects within each other, from 8
 * @param nameLength longest name of a field in characters, from 64, give or take 16
 * @param fields most fields of an object, from 64
 * @param entries most entries of a list that lands, from 64
 */
public record RowLimits(int nesting, int nameLength, int fields, int entries) {

    /** Far more than any source has. */
    public static final RowLimits DEFAULT = new RowLimits(100, 1_000, 10_000, 100_000);

    public RowLimits {
        requireAtLeast(8, nesting, "nesting");
        requireAtLeast(64, nameLength, "nameLength");
        requireAtLeast(64, fields, "fields");
        requireAtLeast(64, entries, "entries");
    }

    /**
     * The same limits in the words of the parser.
     *
     * @param textLength longest text in characters
     */
    public StreamReadConstraints constraints(int textLength) {
        return StreamReadConstraints.builder()
                .maxStringLength(textLength)
                .maxNestingDepth(nesting)
                .maxNameLength(nameLength)
                .build();
    }

    /** Why a row is none: its syntax or a limit, and none of its text. */
    public String reason(JacksonException bad) {
        String message = bad.getOriginalMessage();
        if (bad instanceof StreamConstraintsException && message != null) {
            return message.contains("nesting")
                    ? "nests deeper than " + nesting + " levels, which is the limit"
                    : message.startsWith("Name")
                            ? "has a field's name of more than " + nameLength + " characters, which is the limit"
                            : "has a number of absurd length";
        }
        return message != null && message.contains("UTF-8") ? "is no valid UTF-8" : "is no valid JSON";
    }

    private static void requireAtLeast(int least, int value, String name) {
        if (value < least) {
            throw new IllegalArgumentException(name + " is " + value + "; the least is " + least);
        }
    }
}
