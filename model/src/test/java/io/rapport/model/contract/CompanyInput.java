package io.rapport.model.contract;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything that an enrichment reads, before landing.
 *
 * @param datasets rows in Graph Data Connect's shape by dataset name ({@code Message_v1}, …): JSON objects as maps,
 *     lists, strings, numbers, booleans and nulls; a dataset without rows may be absent; keys are unique
 * @param contacts rows of the contact data set, in the file's order
 * @param accounts rows of the account profiles, in the file's order
 * @param selection the chosen addresses as typed
 * @param asOf the as-of date, local in the zone
 * @param zone the reporting time zone
 * @param weights weights by component name, as far as they were changed
 * @param publicDomains public mail providers that occur in the input; all are on the product's list too
 */
public record CompanyInput(
        Map<String, List<Map<String, @Nullable Object>>> datasets,
        List<ContactRow> contacts,
        List<AccountRow> accounts,
        List<String> selection,
        LocalDate asOf,
        ZoneId zone,
        Map<String, Integer> weights,
        Options options,
        Set<String> publicDomains) {

    /** Column names of {@link #contactsCsv}, by what they are mapped to. */
    public static final String CONTACT_ID = "ContactId", EMAIL = "EmailAddress", ACCOUNT_OF_CONTACT = "AccountId";

    /** Column names of {@link #accountsCsv}, by what they are mapped to. */
    public static final String ACCOUNT_ID = "AccountId", NAME = "Name", PARENT = "ParentId";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public CompanyInput {
        datasets = Map.copyOf(datasets);
        contacts = List.copyOf(contacts);
        accounts = List.copyOf(accounts);
        selection = List.copyOf(selection);
        weights = new TreeMap<>(weights);
        publicDomains = Set.copyOf(publicDomains);
    }

    /** The rows of a dataset; empty where it has none. */
    public List<Map<String, @Nullable Object>> rows(String dataset) {
        return datasets.getOrDefault(dataset, List.of());
    }

    /** The rows of a dataset as JSON lines, as an export would hold them. */
    public String jsonLines(String dataset) {
        StringBuilder lines = new StringBuilder();
        rows(dataset).forEach(row -> lines.append(JSON.writeValueAsString(row)).append('\n'));
        return lines.toString();
    }

    /** The contact data set as CSV with the header {@code ContactId,EmailAddress,AccountId}. */
    public String contactsCsv() {
        StringBuilder csv = new StringBuilder(CONTACT_ID + "," + EMAIL + "," + ACCOUNT_OF_CONTACT + "\n");
        contacts.forEach(row -> appendLine(csv, row.id(), row.email(), row.account()));
        return csv.toString();
    }

    /** The account profiles as CSV with the header {@code AccountId,Name,ParentId}. */
    public String accountsCsv() {
        StringBuilder csv = new StringBuilder(ACCOUNT_ID + "," + NAME + "," + PARENT + "\n");
        accounts.forEach(row -> appendLine(csv, row.id(), row.name(), row.parent()));
        return csv.toString();
    }

    private static void appendLine(
            StringBuilder csv, @Nullable String first, @Nullable String second, @Nullable String third) {
        csv.append(quoted(first))
                .append(',')
                .append(quoted(second))
                .append(',')
                .append(quoted(third))
                .append('\n');
    }

    private static String quoted(@Nullable String value) {
        return '"' + (value == null ? "" : value.replace("\"", "\"\"")) + '"';
    }
}
