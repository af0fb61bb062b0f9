package io.rapport.serve.web.insight;

import java.util.List;

/**
 * How departments work.
 *
 * @param hasLanded whether there is anything that could be counted
 * @param isCounted whether it has been
 * @param standing of when and what, in words
 * @param remark on working times; empty for nothing to say
 * @param minimum the fewest people behind a number
 * @param metrics to choose from
 * @param ranges likewise
 * @param departments likewise, in a form
 * @param choice what else the forms send along
 * @param chart of the chosen metric
 * @param weeks heads of the table
 * @param rows one for each department
 * @param matrix who writes to whom
 * @param definitions of every metric
 */
public record CollaborationView(
        boolean hasLanded,
        boolean isCounted,
        String standing,
        String remark,
        long minimum,
        List<Link> metrics,
        List<Link> ranges,
        List<Option> departments,
        Chosen choice,
        Chart chart,
        List<Head> weeks,
        List<Row> rows,
        Matrix matrix,
        List<Definition> definitions) {

    private static final Chosen NOTHING = new Chosen("", "", "", "");

    static CollaborationView waiting(boolean hasLanded) {
        return new CollaborationView(
                hasLanded,
                false,
                "",
                "",
                0,
                List.of(),
                List.of(),
                List.of(),
                NOTHING,
                new Chart("", "", "", "", "", "", "", false, List.of()),
                List.of(),
                List.of(),
                new Matrix("", List.of(), List.of(), List.of()),
                List.of());
    }

    /** A choice that leads to an address. */
    public record Link(String title, String href, boolean isChosen) {}

    /** A choice in a form. */
    public record Option(String value, String title, boolean isChosen) {}

    /** What is chosen, as forms send it. */
    public record Chosen(String metric, String weeks, String department, String week) {}

    /**
     * A metric week by week.
     *
     * @param kind how it is drawn: people or meetings
     * @param figure the last published value; empty for none
     * @param of what the figure is of
     * @param series what the bars are
     * @param comparison what the line is; empty for none
     * @param isEmpty whether no week is published
     */
    public record Chart(
            String kind,
            String question,
            String figure,
            String unit,
            String of,
            String series,
            String comparison,
            boolean isEmpty,
            List<Point> points) {}

    /**
     * A week of the chart; numbers as the script reads them, empty where not enough people are behind them.
     *
     * @param label short, for the axis
     */
    public record Point(
            String name,
            String label,
            boolean isHoliday,
            String value,
            String text,
            String comparison,
            String comparisonText) {}

    /** A week above a column. */
    public record Head(String label, String name) {}

    /** A department's weeks. */
    public record Row(String name, String href, boolean isTotal, List<Cell> cells) {}

    /**
     * A number, or none.
     *
     * @param text empty where not enough people are behind it
     * @param level how great beside the others, 0 to 5
     */
    public record Cell(String text, boolean isHoliday, int level) {}

    /**
     * Emails from each department to each.
     *
     * @param week in words; empty where no week has any
     * @param weeks to choose from
     * @param heads who received
     */
    public record Matrix(String week, List<Option> weeks, List<String> heads, List<MatrixRow> rows) {}

    /** @param name who sent */
    public record MatrixRow(String name, List<Cell> cells) {}

    /** What a metric means. */
    public record Definition(String title, String unit, String meaning) {}
}
