package io.rapport.serve.cli;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Approvals on the command line. */
final class ApprovalsView {

    /** That are named in a table; all of them stand in the JSON. */
    private static final int MOST_COLUMNS = 3;

    private ApprovalsView() {}

    static void list(Map<String, ?> answer, Console console) {
        if (console.isJson()) {
            console.json(answer);
            return;
        }
        new ItemTable()
                .text("approval", one -> one.get("id"))
                .text("dataset", one -> one.get("dataset"))
                .text("state", one -> one.get("state"))
                .text("until", one -> one.get("expiresAt"))
                .text("asked for by", one -> one.get("owner"))
                .text("whose rows", one -> whose(one.get("extent")))
                .text("columns", one -> columns(one.get("extent")))
                .text("purpose", one -> one.get("purpose"))
                .print(answer, console);
    }

    /** @param said what became of it */
    static void one(Map<String, ?> approval, String said, Console console) {
        if (console.isJson()) {
            console.json(approval);
            return;
        }
        Object until = approval.get("expiresAt");
        boolean isGood = "approved".equals(approval.get("state"));
        console.line("The approval " + approval.get("id") + " of " + approval.get("dataset") + " " + said
                + (isGood ? ", until " + until : ""));
    }

    private static String whose(@org.jspecify.annotations.Nullable Object extent) {
        if (!(extent instanceof Map<?, ?> fields)) {
            return "";
        }
        String region = "all".equals(fields.get("region")) ? "" : " in " + fields.get("region");
        if (fields.get("groups") instanceof List<?> groups && !groups.isEmpty()) {
            return Words.many(groups.size(), "group") + region;
        }
        return Objects.requireNonNullElse(fields.get("userFilter"), "all users") + region;
    }

    private static String columns(@org.jspecify.annotations.Nullable Object extent) {
        if (!(extent instanceof Map<?, ?> fields && fields.get("columns") instanceof List<?> columns)) {
            return "";
        }
        return columns.size() > MOST_COLUMNS
                ? Words.many(columns.size(), "column")
                : columns.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
