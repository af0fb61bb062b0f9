package io.rapport.serve.web.profile;

import java.util.List;

/**
 * The list of profile sets.
 *
 * @param mayChange whether this person may bring files
 */
public record ProfilesView(List<Line> lines, boolean mayChange) {

    /** A set; texts as they are shown. */
    public record Line(
            String name,
            String href,
            String version,
            String accounts,
            String contacts,
            String matched,
            String leftOut,
            String added,
            String brought) {}
}
