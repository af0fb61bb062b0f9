package io.rapport.model.truth;

import java.util.Arrays;
import java.util.Comparator;

/** The order of code points; that of {@link String#compareTo} is the order of UTF-16 units, which differs. */
public final class CodePoints {

    public static final Comparator<String> ORDER =
            (a, b) -> Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());

    private CodePoints() {}
}
