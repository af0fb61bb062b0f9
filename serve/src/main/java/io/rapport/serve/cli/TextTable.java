package io.rapport.serve.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table for eyes: columns as wide as their text, numbers to the right, the widest text cut where the line is full. */
final class TextTable {

    private static final String GAP = "  ";
    private static final int NARROWEST = 8;

    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();

    TextTable(List<Column> columns) {
        this.columns = List.copyOf(columns);
    }

    /**
     * A column.
     *
     * @param title printed above it
     * @param isNumber set to the right
     */
    record Column(String title, boolean isNumber) {

        static Column text(String title) {
            return new Column(title, false);
        }

        static Column number(String title) {
            return new Column(title, true);
        }
    }

    TextTable add(List<String> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException("a row of " + cells.size() + " cells, columns: " + columns.size());
        }
        rows.add(cells.stream().map(TextTable::harmless).toList());
        return this;
    }

    /** The lines, title first, none longer than the width where the columns can be cut that far. */
    List<String> lines(int width) {
        int[] widths = widths(width);
        List<String> lines = new ArrayList<>();
        lines.add(line(columns.stream().map(Column::title).toList(), widths));
        lines.add(line(Arrays.stream(widths).mapToObj("-"::repeat).toList(), widths));
        rows.forEach(row -> lines.add(line(row, widths)));
        return lines;
    }

    void print(Console console) {
        lines(console.width()).forEach(console::line);
    }

    /** Control characters could rewrite what the terminal shows. */
    private static String harmless(String cell) {
        return cell.replaceAll("\\p{Cntrl}", "\uFFFD");
    }

    private int[] widths(int width) {
        int[] widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            widths[i] = Math.max(
                    length(columns.get(i).title()),
                    rows.stream().mapToInt(row -> length(row.get(column))).max().orElse(0));
        }
        long tooMuch = Arrays.stream(widths).sum() + (long) GAP.length() * (widths.length - 1) - width;
        while (tooMuch > 0) {
            int widest = widest(widths);
            if (widest < 0) {
                break;
            }
            widths[widest]--;
            tooMuch--;
        }
        return widths;
    }

    private int widest(int[] widths) {
        int widest = -1;
        for (int i = 0; i < widths.length; i++) {
            boolean canBeCut = !columns.get(i).isNumber() && widths[i] > NARROWEST;
            if (canBeCut && (widest < 0 || widths[i] > widths[widest])) {
                widest = i;
            }
        }
        return widest;
    }

    private String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = cut(cells.get(i), widths[i]);
            String pad = " ".repeat(widths[i] - length(cell));
            line.append(i == 0 ? "" : GAP).append(columns.get(i).isNumber() ? pad + cell : cell + pad);
        }
        return line.toString().stripTrailing();
    }

    private static String cut(String cell, int width) {
        return length(cell) <= width ? cell : cell.substring(0, cell.offsetByCodePoints(0, width - 1)) + "…";
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
