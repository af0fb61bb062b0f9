package io.rapport.model.contract;

import io.rapport.core.address.Address;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes a company's customers and wishes as people would: two CSV files and a spec beside them. */
final class SpecFile {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SpecFile() {}

    static Path write(CompanyInput input, Path folder) throws IOException {
        Files.writeString(folder.resolve("contacts.csv"), input.contactsCsv());
        Files.writeString(folder.resolve("accounts.csv"), input.accountsCsv());
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put(
                "selection",
                input.selection().stream()
                        .filter(text -> Address.find(text).isPresent())
                        .toList());
        spec.put(
                "contacts",
                Map.of(
                        "file",
                        "contacts.csv",
                        "id",
                        CompanyInput.CONTACT_ID,
                        "email",
                        CompanyInput.EMAIL,
                        "account",
                        CompanyInput.ACCOUNT_OF_CONTACT));
        spec.put(
                "accounts",
                Map.of(
                        "file",
                        "accounts.csv",
                        "id",
                        CompanyInput.ACCOUNT_ID,
                        "name",
                        CompanyInput.NAME,
                        "parent",
                        CompanyInput.PARENT));
        spec.put("timeZone", input.zone().getId());
        spec.put("asOf", input.asOf().toString());
        spec.put("weights", input.weights());
        spec.put("options", options(input.options()));
        return Files.writeString(folder.resolve("enrichment.yaml"), JSON.writeValueAsString(spec));
    }

    private static Map<String, @Nullable Object> options(Options options) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("linkContacts", options.linkContacts());
        written.put("matchDomains", options.matchDomains());
        written.put("rollUp", options.rollUp());
        written.put("excludePrivate", options.excludePrivate());
        Optional.ofNullable(options.excludeGroup()).ifPresent(group -> written.put("excludeGroup", group));
        Optional.ofNullable(options.ignoreBulkOver()).ifPresent(most -> written.put("ignoreBulkOver", most));
        return written;
    }
}
