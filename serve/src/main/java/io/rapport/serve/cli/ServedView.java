package io.rapport.serve.cli;

import io.rapport.serve.api.client.ServerApi;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a server answers to commands that, on a home, show more of their own. */
final class ServedView {

    private static final int MOST = 10_000;

    private ServedView() {}

    static void connections(ServerApi server, Console console) {
        Map<String, ?> answer = server.list("/connections", Map.of(), MOST);
        if (console.isJson()) {
            console.json(answer);
            return;
        }
        new ItemTable()
                .text("connection", one -> one.get("name"))
                .text("connector", one -> one.get("connector"))
                .text("state", one -> one.get("state"))
                .text("mailboxes", one -> mailboxes(one.get("mailboxes")))
                .text("last sync", one -> one.get("syncedAt") == null ? "never" : one.get("syncedAt"))
                .text("code", one -> one.get("errorCode"))
                .print(answer, console);
    }

    static void datasets(ServerApi server, Console console) {
        Map<String, ?> answer = server.list("/datasets", Map.of(), MOST);
        if (console.isJson()) {
            console.json(answer);
            return;
        }
        new ItemTable()
                .text("dataset", one -> one.get("name"))
                .number("rows", one -> one.get("rows"))
                .number("files", one -> one.get("files"))
                .text("latest", one -> one.get("latest"))
                .text("what it is", one -> one.get("meaning"))
                .print(answer, console);
    }

    /** Names of the connections. */
    static List<String> connectionNames(ServerApi server) {
        Object items = server.list("/connections", Map.of(), MOST).get("items");
        return items instanceof List<?> list
                ? list.stream()
                        .map(one -> one instanceof Map<?, ?> fields ? String.valueOf(fields.get("name")) : "")
                        .toList()
                : List.of();
    }

    private static String mailboxes(@Nullable Object counts) {
        return counts instanceof List<?> list
                ? list.stream()
                        .map(one ->
                                one instanceof Map<?, ?> fields ? fields.get("count") + " " + fields.get("state") : "")
                        .collect(Collectors.joining(", "))
                : "";
    }
}
