package io.rapport.serve.profile;

import io.rapport.model.input.CustomerField;
import io.rapport.model.input.CustomerFinding;
import io.rapport.model.input.CustomerMapping;
import io.rapport.model.input.CustomerVerdict;
import io.rapport.serve.json.JsonText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How versions are written into the state database, and read. */
final class ProfileRows {

    private ProfileRows() {}

    static ProfileVersion version(ResultSet row) throws SQLException {
        return new ProfileVersion(
                row.getInt("number"),
                row.getString("folder"),
                Instant.ofEpochMilli(row.getLong("created_at")),
                row.getString("created_by"),
                mapping(row.getString("columns")),
                new CustomerVerdict(
                        row.getLong("account_rows"),
                        row.getLong("accounts"),
                        row.getLong("contact_rows"),
                        row.getLong("matched"),
                        findings(row.getString("findings"))));
    }

    /** Field, column, field, column and so on. */
    static String text(CustomerMapping mapping) {
        return JsonText.of(mapping.columns().entrySet().stream()
                .flatMap(column -> Stream.of(column.getKey().name(), column.getValue()))
                .toList());
    }

    /** Kind, count, and the first lines with spaces between, for each. */
    static String text(List<CustomerFinding> findings) {
        return JsonText.of(findings.stream()
                .flatMap(finding -> Stream.of(
                        finding.kind().name(),
                        String.valueOf(finding.count()),
                        String.join(
                                " ",
                                finding.firstLines().stream()
                                        .map(String::valueOf)
                                        .toList())))
                .toList());
    }

    private static CustomerMapping mapping(String text) {
        List<String> pairs = JsonText.strings(text);
        CustomerMapping mapping = CustomerMapping.NONE;
        for (int i = 0; i < pairs.size(); i += 2) {
            mapping = mapping.with(CustomerField.valueOf(pairs.get(i)), pairs.get(i + 1));
        }
        return mapping;
    }

    private static List<CustomerFinding> findings(String text) {
        List<String> parts = JsonText.strings(text);
        List<CustomerFinding> findings = new ArrayList<>();
        for (int i = 0; i < parts.size(); i += 3) {
            findings.add(new CustomerFinding(
                    CustomerFinding.Kind.valueOf(parts.get(i)),
                    Long.parseLong(parts.get(i + 1)),
                    Stream.of(parts.get(i + 2).split(" ", -1))
                            .filter(line -> !line.isEmpty())
                            .map(Long::valueOf)
                            .toList()));
        }
        return findings;
    }
}
