package io.rapport.serve.cli;

import io.rapport.serve.api.key.ApiKey;
import io.rapport.serve.api.key.NewApiKey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Keys of programs on the command line. */
final class ApiKeysView {

    private ApiKeysView() {}

    static void list(List<ApiKey> keys, Instant now, Console console) {
        if (console.isJson()) {
            console.json(Map.of("keys", keys.stream().map(key -> json(key, now)).toList()));
            return;
        }
        if (keys.isEmpty()) {
            console.note("There is no key. To make one: rapport api-keys create --name NAME.");
            return;
        }
        TextTable table = new TextTable(List.of(
                TextTable.Column.text("key"),
                TextTable.Column.text("name"),
                TextTable.Column.text("role"),
                TextTable.Column.text("state"),
                TextTable.Column.text("until"),
                TextTable.Column.text("last used")));
        keys.forEach(key -> table.add(List.of(
                key.id(),
                key.name(),
                key.role().word(),
                key.standing(now).word(),
                key.expiresAt().toString(),
                Objects.toString(key.lastUsedAt(), "never"))));
        table.print(console);
    }

    static void made(NewApiKey made, Instant now, Console console) {
        if (console.isJson()) {
            Map<String, @Nullable Object> fields = json(made.key(), now);
            fields.put("key", made.text());
            console.json(fields);
            return;
        }
        console.line(made.text());
        console.note("It is good until " + made.key().expiresAt() + " as "
                + made.key().role().word() + ", and is not shown again. Its id is "
                + made.key().id() + ".");
    }

    private static Map<String, @Nullable Object> json(ApiKey key, Instant now) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("id", key.id());
        fields.put("name", key.name());
        fields.put("role", key.role().word());
        fields.put("state", key.standing(now).word());
        fields.put("madeBy", key.madeBy());
        fields.put("madeAt", key.madeAt());
        fields.put("expiresAt", key.expiresAt());
        fields.put("lastUsedAt", key.lastUsedAt());
        return fields;
    }
}
