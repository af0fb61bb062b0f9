package io.rapport.serve.web.dataset;

import io.rapport.serve.dataset.Coverage;
import io.rapport.serve.web.Say;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Rows by month: a line of twelve cells for each year with rows, and the same as a table.
 *
 * @param without how many rows have no month, in words; empty for none
 * @param gaps how many months without a row lie between the first and the last
 */
public record HeatStrip(List<Year> years, List<Row> rows, String without, long gaps) {

    private static final int LEVELS = 7;

    /** @param cells January first */
    public record Year(String name, List<Cell> cells) {}

    /**
     * A month.
     *
     * @param level 0 for no row, up to 7 for the fullest month; empty for a month before the first or after the last
     */
    public record Cell(String level, String title) {}

    public record Row(String month, String rows) {}

    static @Nullable HeatStrip of(Coverage coverage) {
        if (coverage.months().isEmpty()) {
            return null;
        }
        long most =
                coverage.months().stream().mapToLong(Coverage.Month::rows).max().orElse(0);
        Map<Integer, Cell[]> years = new TreeMap<>();
        List<Row> rows = new ArrayList<>();
        for (Coverage.Month month : coverage.months()) {
            String name = name(month.month());
            Cell[] year = years.computeIfAbsent(month.month().getYear(), any -> blank());
            year[month.month().getMonthValue() - 1] = new Cell(
                    String.valueOf(level(month.rows(), most)), name + ": " + Say.count(month.rows(), "row", "rows"));
            if (month.rows() > 0) {
                rows.add(new Row(name, Say.count(month.rows())));
            }
        }
        return new HeatStrip(
                years.entrySet().stream()
                        .filter(year -> Arrays.stream(year.getValue())
                                .anyMatch(cell ->
                                        !cell.level().isEmpty() && !cell.level().equals("0")))
                        .map(year -> new Year(String.valueOf(year.getKey()), List.of(year.getValue())))
                        .toList(),
                rows,
                coverage.rowsWithoutMonth() == 0 ? "" : Say.count(coverage.rowsWithoutMonth(), "row", "rows"),
                coverage.months().stream().filter(month -> month.rows() == 0).count());
    }

    /** Initials of the months. */
    public static List<String> initials() {
        return Arrays.stream(Month.values())
                .map(month -> month.getDisplayName(TextStyle.NARROW, Locale.ENGLISH))
                .toList();
    }

    private static Cell[] blank() {
        Cell[] cells = new Cell[12];
        Arrays.fill(cells, new Cell("", ""));
        return cells;
    }

    private static long level(long rows, long most) {
        return rows == 0 ? 0 : 1 + (rows - 1) * LEVELS / Math.max(1, most);
    }

    private static String name(YearMonth month) {
        return month.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH) + " " + month.getYear();
    }
}
