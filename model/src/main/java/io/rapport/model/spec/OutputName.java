package io.rapport.model.spec;

import java.util.regex.Pattern;

/** What an output table may be called: it becomes a table's and a file's name as it stands. */
public final class OutputName {

    /** For people. */
    public static final String RULE = "a letter first, then letters, digits and underscores, 100 characters at most";

    private static final Pattern PATTERN = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,99}");

    private OutputName() {}

    public static boolean isUsable(String name) {
        return PATTERN.matcher(name).matches();
    }
}
