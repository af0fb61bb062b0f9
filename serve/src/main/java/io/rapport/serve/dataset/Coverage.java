package io.rapport.serve.dataset;

import io.rapport.lake.manifest.PartitionContent;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Rows by month, gaps included.
 *
 * @param months every month from the first with rows to the last, ascending; empty where no row has a date
 * @param rowsWithoutMonth rows that carry no date, or whose dataset has none
 */
public record Coverage(List<Month> months, long rowsWithoutMonth) {

    /** Eight heights of a bar; the lowest is for a month with any row at all. */
    private static final String BARS = "▁▂▃▄▅▆▇█";

    private static final char GAP = '·';

    public Coverage {
        months = List.copyOf(months);
    }

    /** A month and its rows. */
    public record Month(YearMonth month, long rows) {}

    static Coverage of(List<PartitionContent> partitions) {
        long without = 0;
        List<Month> dated = new ArrayList<>();
        for (PartitionContent partition : partitions) {
            if (partition.partition().matches("\\d{4}-\\d{2}")) {
                dated.add(new Month(YearMonth.parse(partition.partition()), partition.rows()));
            } else {
                without += partition.rows();
            }
        }
        return new Coverage(withGaps(dated), without);
    }

    private static List<Month> withGaps(List<Month> dated) {
        List<Month> months = new ArrayList<>();
        for (Month month : dated) {
            if (!months.isEmpty()) {
                YearMonth next = months.get(months.size() - 1).month().plusMonths(1);
                for (; next.isBefore(month.month()); next = next.plusMonths(1)) {
                    months.add(new Month(next, 0));
                }
            }
            months.add(month);
        }
        return months;
    }

    /**
     * A line for each year: twelve signs, one a month, the fullest month the highest; the initials of the months on top.
     * Years without a row are folded into one line.
     */
    public List<String> strip() {
        if (months.isEmpty()) {
            return List.of();
        }
        long most = months.stream().mapToLong(Month::rows).max().orElse(0);
        List<String> lines = new ArrayList<>(List.of("      JFMAMJJASOND"));
        int firstEmpty = 0;
        Map<Integer, List<Month>> years = months.stream()
                .collect(Collectors.groupingBy(month -> month.month().getYear(), TreeMap::new, Collectors.toList()));
        for (Map.Entry<Integer, List<Month>> year : years.entrySet()) {
            if (year.getValue().stream().allMatch(month -> month.rows() == 0)) {
                firstEmpty = firstEmpty == 0 ? year.getKey() : firstEmpty;
                continue;
            }
            if (firstEmpty != 0) {
                lines.add(" ...");
                firstEmpty = 0;
            }
            StringBuilder line = new StringBuilder(year.getKey() + "  ");
            line.append(" ".repeat(year.getValue().get(0).month().getMonthValue() - 1));
            year.getValue().forEach(month -> line.append(sign(month.rows(), most)));
            lines.add(line.toString());
        }
        return lines;
    }

    private static char sign(long rows, long most) {
        return rows == 0 ? GAP : BARS.charAt((int) Math.min(BARS.length() - 1, rows * BARS.length() / most));
    }
}
