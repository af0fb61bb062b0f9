package io.rapport.model.contract;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The text form in which cells of tables are compared: dates ISO, scores 1 decimal, averages 2, points 4, null empty. */
public final class Cells {

    private static final Map<String, Integer> DECIMALS = Map.of(
            "EngagementScore", 1,
            "AverageDuration_Of_Meetings", 2,
            "AverageDuration_Of_AccountEmailReplies", 2,
            "Points", 4);

    private Cells() {}

    /** The cell as text; a value with more decimals than its column may have keeps them, so that it differs. */
    public static String text(String column, @Nullable Object value) {
        if (value == null) {
            return "";
        }
        Integer decimals = DECIMALS.get(column);
        if (decimals != null) {
            BigDecimal number = new BigDecimal(value.toString());
            return (number.stripTrailingZeros().scale() > decimals
                            ? number
                            : number.setScale(decimals, RoundingMode.UNNECESSARY))
                    .toPlainString();
        }
        if (value instanceof Number number) {
            return new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
        }
        return value.toString();
    }

    /** All cells of a row as text. */
    public static Map<String, String> text(Map<String, @Nullable Object> row) {
        Map<String, String> cells = new LinkedHashMap<>();
        row.forEach((column, value) -> cells.put(column, text(column, value)));
        return cells;
    }

    /** All rows as lines of text, for comparing whole tables. */
    public static List<String> lines(List<Map<String, @Nullable Object>> rows) {
        List<String> lines = new ArrayList<>();
        rows.forEach(row -> lines.add(text(row).toString()));
        return lines;
    }
}
