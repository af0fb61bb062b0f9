package io.rapport.serve.cli;

import io.rapport.serve.connection.GraphConnection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Connected tenants: a table, or parts of a JSON object. Credentials are named by their kind and never shown. */
final class TenantView {

    private TenantView() {}

    static void show(Console console, Map<GraphConnection, Map<String, String>> tenants) {
        TextTable table = new TextTable(List.of(
                TextTable.Column.text("connection"),
                TextTable.Column.text("connector"),
                TextTable.Column.text("tenant"),
                TextTable.Column.number("mailboxes read"),
                TextTable.Column.number("others"),
                TextTable.Column.text("last sync")));
        tenants.forEach((tenant, mailboxes) -> {
            long read = mailboxes.values().stream().filter("OK"::equals).count();
            table.add(List.of(
                    tenant.name(),
                    tenant.connector().word(),
                    tenant.tenant().value(),
                    Words.count(read),
                    Words.count(mailboxes.size() - read),
                    tenant.syncedAt() == null ? "never" : tenant.syncedAt().toString()));
        });
        table.print(console);
    }

    static Map<String, @Nullable Object> json(GraphConnection tenant, Map<String, String> mailboxes) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("name", tenant.name());
        fields.put("connector", tenant.connector().word());
        fields.put("tenant", tenant.tenant().value());
        fields.put("clientId", tenant.app().value());
        fields.put("credential", tenant.credentialKind());
        fields.put("createdAt", tenant.createdAt());
        fields.put("syncedAt", tenant.syncedAt());
        Map<String, Long> states = new TreeMap<>();
        mailboxes.values().forEach(state -> states.merge(state.split(" ", 2)[0], 1L, Long::sum));
        fields.put("mailboxes", states);
        return fields;
    }
}
