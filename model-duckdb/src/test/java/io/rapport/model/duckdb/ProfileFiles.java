package io.rapport.model.duckdb;

import io.rapport.core.address.Address;
import io.rapport.model.contract.*;
import io.rapport.model.engine.RunInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

final class ProfileFiles {
    private ProfileFiles() {}

    static Map<RunInput, Path> write(CompanyInput input, Path folder) throws IOException {
        JsonMapper json = JsonMapper.builder().build();
        StringBuilder a = new StringBuilder();
        int i = 0;
        for (AccountRow row : input.accounts()) {
            Map<String, @Nullable Object> m = new LinkedHashMap<>();
            m.put("row_number", ++i);
            m.put("account_id", trim(row.id()));
            m.put("account_name", trim(row.name()));
            m.put("parent_account_id", trim(row.parent()));
            a.append(json.writeValueAsString(m)).append('\n');
        }
        StringBuilder c = new StringBuilder();
        i = 0;
        for (ContactRow row : input.contacts()) {
            Map<String, @Nullable Object> m = new LinkedHashMap<>();
            m.put("row_number", ++i);
            m.put("contact_id", trim(row.id()));
            m.put("address", Address.normalForm(row.email()));
            m.put("has_address_text", trim(row.email()) != null);
            m.put("account_id", trim(row.account()));
            c.append(json.writeValueAsString(m)).append('\n');
        }
        return Map.of(
                RunInput.CUSTOMER_ACCOUNT,
                Files.writeString(folder.resolve("a.jsonl"), a),
                RunInput.CUSTOMER_CONTACT,
                Files.writeString(folder.resolve("c.jsonl"), c));
    }

    private static @Nullable String trim(@Nullable String s) {
        return s == null || s.isBlank() ? null : s.strip();
    }
}
