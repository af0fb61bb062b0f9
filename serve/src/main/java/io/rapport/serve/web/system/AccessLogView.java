package io.rapport.serve.web.system;

import io.rapport.serve.access.AccessAction;
import java.util.List;

/**
 * The access log, a page of it.
 *
 * @param lines the latest first
 * @param who what was looked for; empty for anybody
 * @param action which action; empty for all
 * @param actions that there are
 * @param older address of the next page; empty where there is none
 * @param export address of the whole as CSV
 */
public record AccessLogView(
        List<Line> lines, String who, String action, List<AccessAction> actions, String older, String export) {

    /** A line. */
    public record Line(
            String when, String who, String role, String what, String subject, String from, boolean isAllowed) {}

    /** Whether anything was looked for. */
    public boolean isFiltered() {
        return !who.isEmpty() || !action.isEmpty();
    }
}
