package io.rapport.serve.cli;

import io.rapport.connect.consent.Permission;
import io.rapport.serve.connection.GraphConnection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Connected tenants: a table, or parts of a JSON object. Credentials are named by their kind and never shown. */
final class TenantView {

    private TenantView() {}

    static void show(Console console, Map<GraphConnection, TenantStanding> tenants) {
        TextTable table = new TextTable(List.of(
                TextTable.Column.text("connection"),
                TextTable.Column.text("connector"),
                TextTable.Column.text("tenant"),
                TextTable.Column.number("mailboxes read"),
                TextTable.Column.number("others"),
                TextTable.Column.text("last sync")));
        tenants.forEach((tenant, standing) -> table.add(List.of(
                tenant.name(),
                tenant.connector().word(),
                tenant.tenant().value(),
                Words.count(standing.read()),
                Words.count(standing.others()),
                standing.lagWords())));
        table.print(console);
        tenants.forEach((tenant, standing) -> {
            console.line(tenant.name() + " needs " + permissions(tenant).collect(Collectors.joining(", ")));
            standing.lines().stream().skip(1).forEach(line -> console.line(tenant.name() + " " + line));
        });
    }

    static Map<String, @Nullable Object> json(GraphConnection tenant, TenantStanding standing) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("name", tenant.name());
        fields.put("connector", tenant.connector().word());
        fields.put("tenant", tenant.tenant().value());
        fields.put("clientId", tenant.app().value());
        fields.put("credential", tenant.credentialKind());
        fields.put("permissions", permissions(tenant).toList());
        fields.put("createdAt", tenant.createdAt());
        standing.addTo(fields);
        return fields;
    }

    private static Stream<String> permissions(GraphConnection tenant) {
        return tenant.connector().permissions().stream().map(Permission::name);
    }
}
