package io.rapport.serve.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.rapport.core.error.RapportException;
import io.rapport.lake.reading.QueryAnswer;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How the answer of a query is printed. */
enum AnswerFormat {
    /** Aligned columns for eyes. */
    TABLE {
        @Override
        void print(QueryAnswer answer, Console console) {
            TextTable table = new TextTable(
                    java.util.stream.IntStream.range(0, answer.columns().size())
                            .mapToObj(i -> new TextTable.Column(answer.columns().get(i), isNumber(answer, i)))
                            .toList());
            answer.rows()
                    .forEach(row -> table.add(
                            row.stream().map(cell -> cell == null ? "" : cell).toList()));
            table.print(console);
        }
    },
    /** RFC 4180, LF, header; null is empty. */
    CSV {
        @Override
        void print(QueryAnswer answer, Console console) {
            StringWriter text = new StringWriter();
            CsvWriter csv = CsvWriter.builder()
                    .lineDelimiter(LineDelimiter.LF)
                    .bufferSize(0)
                    .build(text);
            csv.writeRecord(answer.columns());
            answer.rows().forEach(csv::writeRecord);
            console.out().print(text);
        }
    },
    /** One JSON object: columns, and rows as objects. */
    JSON {
        @Override
        void print(QueryAnswer answer, Console console) {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            fields.put("columns", answer.columns());
            fields.put("types", answer.types());
            fields.put(
                    "rows",
                    answer.rows().stream().map(row -> cells(answer, row)).toList());
            fields.put("cut", answer.isCut());
            console.json(fields);
        }
    };

    private static final Pattern NUMBER =
            Pattern.compile("U?(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)|FLOAT|DOUBLE|DECIMAL.*");

    abstract void print(QueryAnswer answer, Console console);

    /**
     * @param typed what was typed; empty: nothing
     * @param isJson whether {@code --json} was typed
     */
    static AnswerFormat of(String typed, boolean isJson) {
        if (typed.isEmpty()) {
            return isJson ? JSON : TABLE;
        }
        for (AnswerFormat format : values()) {
            if (format.name().equals(typed.toUpperCase(Locale.ROOT))) {
                return format;
            }
        }
        throw new RapportException(CliError.WRONG_ARGUMENT, "--format is \"" + typed + "\"; it is table, csv or json.");
    }

    private static boolean isNumber(QueryAnswer answer, int column) {
        return NUMBER.matcher(answer.types().get(column)).matches();
    }

    private static Map<String, @Nullable Object> cells(QueryAnswer answer, List<@Nullable String> row) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < row.size(); i++) {
            fields.put(answer.columns().get(i), value(answer, i, row.get(i)));
        }
        return fields;
    }

    private static @Nullable Object value(QueryAnswer answer, int column, @Nullable String text) {
        if (text == null) {
            return null;
        }
        if (answer.types().get(column).equals("BOOLEAN")) {
            return Boolean.valueOf(text);
        }
        return isNumber(answer, column) && isFinite(text) ? new BigDecimal(text) : text;
    }

    /** Doubles also come as {@code NaN} and {@code Infinity}. */
    private static boolean isFinite(String text) {
        char last = text.charAt(text.length() - 1);
        return Character.isDigit(last);
    }
}
