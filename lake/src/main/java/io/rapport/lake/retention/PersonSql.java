package io.rapport.lake.retention;

import io.rapport.core.address.ErasedAddress;
import io.rapport.core.dataset.Column;
import io.rapport.core.dataset.ColumnType;
import io.rapport.core.dataset.ColumnType.ListOf;
import io.rapport.core.dataset.ColumnType.Scalar;
import io.rapport.core.dataset.ColumnType.Struct;
import io.rapport.core.dataset.Dataset;
import io.rapport.lake.duckdb.SqlText;
import io.rapport.lake.privacy.PersonColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A dataset's rows searched for erased people and rid of them, in DuckDB's words; does to what has landed what the privacy
 * gate does to what comes. All columns of the schema are looked at, by their types. The table {@code erased (word, is_own)}
 * and the variables {@code erased_addresses} and {@code erased_ids} name the people.
 */
final class PersonSql {

    /** What a word begins with that makes a row a person's own. */
    static final String OWN = "own ";

    private static final String ADDRESSES = "getvariable('erased_addresses')";
    private static final String IDS = "getvariable('erased_ids')";

    private final Dataset dataset;
    private int depth;

    PersonSql(Dataset dataset) {
        this.dataset = dataset;
    }

    /** All that a row says of anybody, as a list of words. */
    String words() {
        List<String> lists = new ArrayList<>();
        for (String id : PersonColumns.ids(dataset)) {
            lists.add("[" + literal(OWN) + " || lower(trim(" + SqlText.name(id) + "))]");
        }
        for (String address : PersonColumns.ownAddresses(dataset)) {
            lists.add("[" + literal(OWN) + " || " + SqlText.name(address) + "]");
        }
        for (Column column : dataset.columns()) {
            String words = words(column.type(), SqlText.name(column.name()));
            if (!words.isEmpty()) {
                lists.add(words);
            }
        }
        return "flatten([" + String.join(", ", lists) + "])";
    }

    private String words(ColumnType type, String value) {
        if (type instanceof Struct struct) {
            List<String> fields = struct.fields().stream()
                    .map(field -> words(field.type(), value + "." + SqlText.name(field.name())))
                    .filter(words -> !words.isEmpty())
                    .toList();
            return fields.size() < 2 ? String.join("", fields) : "flatten([" + String.join(", ", fields) + "])";
        }
        if (type instanceof ListOf list) {
            String entry = "entry" + ++depth;
            String words = words(list.element(), entry);
            return words.isEmpty() ? "" : "flatten(list_transform(" + value + ", lambda " + entry + ": " + words + "))";
        }
        return switch ((Scalar) type) {
            case ADDRESS -> "[" + value + "]";
            case PROXY_ADDRESS -> "[" + withoutPrefix(value) + "]";
            case TEXT ->
                "case when contains(" + value + ", '@') then " + addressesIn(value) + " else []::varchar[] end";
            case WORD, FLAG, COUNT, INSTANT, DATE -> "";
        };
    }

    /** Whether a row is one's own, as a condition. */
    String isOwn() {
        List<String> conditions = new ArrayList<>();
        for (String id : PersonColumns.ids(dataset)) {
            conditions.add("list_contains(" + IDS + ", lower(trim(" + SqlText.name(id) + ")))");
            conditions.add("list_contains(" + ADDRESSES + ", lower(trim(" + SqlText.name(id) + ")))");
        }
        for (String address : PersonColumns.ownAddresses(dataset)) {
            conditions.add("list_contains(" + ADDRESSES + ", " + SqlText.name(address) + ")");
        }
        return conditions.isEmpty()
                ? "false"
                : conditions.stream()
                        .map(condition -> "coalesce(" + condition + ", false)")
                        .collect(Collectors.joining(" or ", "(", ")"));
    }

    /**
     * Columns as a row of somebody else keeps them.
     *
     * @param isHit a condition: whether there is anything to be replaced
     */
    String columns(List<String> names, String isHit) {
        return names.stream()
                .map(name -> dataset.columns().get(dataset.index(name)))
                .map(column -> {
                    String name = SqlText.name(column.name());
                    String rid = rid(column.type(), name);
                    return rid.equals(name)
                            ? name
                            : "case when " + isHit + " then " + rid + " else " + name + " end as " + name;
                })
                .collect(Collectors.joining(", "));
    }

    private String rid(ColumnType type, String value) {
        if (type instanceof Struct struct) {
            boolean isSame = true;
            List<String> fields = new ArrayList<>();
            for (Column field : struct.fields()) {
                String inner = value + "." + SqlText.name(field.name());
                String rid = rid(field.type(), inner);
                isSame &= rid.equals(inner);
                fields.add(SqlText.name(field.name()) + " := " + rid);
            }
            return isSame
                    ? value
                    : "case when " + value + " is not null then struct_pack(" + String.join(", ", fields) + ") end";
        }
        if (type instanceof ListOf list) {
            String entry = "entry" + ++depth;
            String rid = rid(list.element(), entry);
            return rid.equals(entry)
                    ? value
                    : "list_filter(list_transform(" + value + ", lambda " + entry + ": " + rid + "), lambda " + entry
                            + ": " + isThere(list.element(), entry) + ")";
        }
        return switch ((Scalar) type) {
            case ADDRESS ->
                "case when list_contains(" + ADDRESSES + ", " + value + ") then "
                        + (PersonColumns.isReplaced(dataset) ? literal(ErasedAddress.TEXT) : "null") + " else " + value
                        + " end";
            case PROXY_ADDRESS ->
                "case when list_contains(" + ADDRESSES + ", " + withoutPrefix(value) + ") then null else " + value
                        + " end";
            case TEXT ->
                "case when contains(" + value + ", '@') and list_has_any(" + addressesIn(value) + ", " + ADDRESSES
                        + ") then null else " + value + " end";
            case WORD, FLAG, COUNT, INSTANT, DATE -> value;
        };
    }

    /** An entry of a list in which nothing is left is no entry. */
    private static String isThere(ColumnType element, String entry) {
        if (element instanceof Struct struct) {
            return struct.fields().stream()
                    .map(field -> isThere(field.type(), entry + "." + SqlText.name(field.name())))
                    .collect(Collectors.joining(" or ", "(", ")"));
        }
        return entry + " is not null";
    }

    private static String withoutPrefix(String value) {
        return "regexp_replace(" + value + ", '^[sS][mM][tT][pP]:', '')";
    }

    private static String addressesIn(String value) {
        return "regexp_extract_all(lower(" + value + "), " + literal(PersonColumns.ADDRESS_IN_TEXT) + ")";
    }

    private static String literal(String text) {
        return SqlText.literal(text);
    }
}
