package io.rapport.serve.connection;

import io.rapport.connect.consent.Finding;
import java.util.List;

/** Which findings are something to mend. */
public final class Troubles {

    private Troubles() {}

    /** A permission too many is a warning: everything works with it. */
    public static boolean areIn(List<Finding> findings) {
        return findings.stream()
                .anyMatch(finding ->
                        finding.state() == Finding.State.MISSING || finding.state() == Finding.State.UNKNOWN);
    }
}
