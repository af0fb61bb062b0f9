package io.rapport.model.contract;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an enrichment delivers. A row is a map by column name, in the order of the contract; values are String, Long,
 * Double, BigDecimal, LocalDate or null. {@link Cells} says how they are compared.
 *
 * @param office the output table, ordered by PrimaryKey
 * @param userTable {@code _UserTable}, ordered by EmailAddress
 * @param score {@code _Score}, in any order
 * @param coverage {@code _Coverage}, in its own order
 * @param relations what pages are told of each account's people, ordered by account_id
 * @param warnings what the run warns of, in words
 */
public record Tables(
        List<Map<String, @Nullable Object>> office,
        List<Map<String, @Nullable Object>> userTable,
        List<Map<String, @Nullable Object>> score,
        List<Map<String, @Nullable Object>> coverage,
        List<Map<String, @Nullable Object>> relations,
        List<String> warnings) {

    public Tables {
        office = List.copyOf(office);
        userTable = List.copyOf(userTable);
        score = List.copyOf(score);
        coverage = List.copyOf(coverage);
        relations = List.copyOf(relations);
        warnings = List.copyOf(warnings);
    }
}
