package io.rapport.model.input;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.rapport.model.spec.NearestName;
import io.rapport.model.spec.Place;
import io.rapport.model.spec.Problems;
import io.rapport.model.spec.Spec.MappedColumn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file with a header row, as RFC 4180 has it: commas, double quotes, CRLF or LF; UTF-8 with or without a byte
 * order mark; empty lines are no rows. Name the fields that are wanted, then read it once. What is wrong becomes a
 * problem, and reading goes on as far as it makes sense. Not thread-safe.
 */
final class CsvTable {

    /** Ragged rows listed; the rest is most probably of one cause with them. */
    private static final int LISTED = 20;

    private static final int NAMES_LISTED = 40;
    /** Where the library says it stands. */
    private static final Pattern LINE = Pattern.compile("line (\\d+)");

    private final CsvText source;
    private final Path file;
    private final Place named;
    private final Problems problems;
    private final @Nullable CountedRows leftOut;
    private final List<Field> fields = new ArrayList<>();
    private List<String> names = List.of();
    private boolean hasFailed;

    /** A wanted field; where it stands is known once the header has been read. */
    static final class Field {
        private final @Nullable MappedColumn column;
        private int index = -1;

        private Field(@Nullable MappedColumn column) {
            this.column = column;
        }
    }

    /** Takes the rows, one by one. */
    interface Sink {
        /** @param number of the row, from 1; the header is none */
        void accept(long number, Row row) throws IOException;
    }

    /** One row; it is another one after the sink. */
    record Row(CsvRow csv) {
        /** Line of the file on which it begins, from 1. */
        long line() {
            return csv.line();
        }

        /** The value in a place of the row, trimmed. */
        String text(int place) {
            return csv.text(place);
        }

        /** A field's value, trimmed; null where it is blank or was not mapped. */
        @Nullable
        String value(Field field) {
            String text = field.index < 0 ? "" : csv.text(field.index);
            return text.isEmpty() ? null : text;
        }
    }

    /** @param named where somebody asked for this file */
    CsvTable(Path file, Place named, Problems problems) {
        this(CsvText.strict(file), named, problems, null);
    }

    /** @param leftOut takes the rows that don't fit the header; null: they are problems */
    CsvTable(CsvText source, Place named, Problems problems, @Nullable CountedRows leftOut) {
        this.source = source;
        this.file = source.shown();
        this.named = named;
        this.problems = problems;
        this.leftOut = leftOut;
    }

    /** The names in the header, once it has been read. */
    List<String> names() {
        return names;
    }

    /** @param column null: a field that is not mapped, and so is always absent */
    Field field(@Nullable MappedColumn column) {
        Field field = new Field(column);
        fields.add(field);
        return field;
    }

    /**
     * Hands each whole row on, up to the first thing that makes no sense of the rest.
     *
     * @return the number of rows
     * @throws IOException where the sink fails; what is wrong with the file is a problem instead
     */
    long read(Sink sink) throws IOException {
        return read(Long.MAX_VALUE, sink);
    }

    /** The same, up to so many rows; the file may have more. */
    long read(long most, Sink sink) throws IOException {
        CountedQuotes text;
        try {
            text = new CountedQuotes(source.open());
        } catch (NoSuchFileException e) {
            problems.add(named, file + " does not exist; name a CSV file, relative to the spec");
            return 0;
        } catch (IOException e) {
            problems.add(named, file + " " + cantRead(e));
            return 0;
        }
        try (CsvReader<CsvRow> csv = CsvReader.builder()
                .fieldSeparator(source.separator())
                .allowExtraFields(true)
                .allowMissingFields(true)
                .build(new CsvRow(text), text)) {
            return read(csv.iterator(), text, most, sink);
        }
    }

    private long read(Iterator<CsvRow> records, CountedQuotes text, long most, Sink sink) throws IOException {
        CsvRow header = next(records);
        if (header == null) {
            if (!hasFailed) {
                problems.add(Place.of(file), "is empty; it needs a header row with the names of its columns");
            }
            return 0;
        }
        names = header.all();
        fields.forEach(this::locate);
        if (!fields.isEmpty()) {
            header.want(places());
        }
        long rows = 0;
        long ragged = 0;
        long lastLine = header.line();
        for (CsvRow record = next(records); record != null; record = next(records)) {
            if (rows == most) {
                return rows;
            }
            if (record.isEmptyLine()) {
                continue;
            }
            rows++;
            lastLine = record.line();
            if (record.count() != names.size()) {
                if (leftOut == null) {
                    ragged++;
                    reportRagged(record, names.size(), ragged);
                } else {
                    leftOut.add(lastLine);
                }
            } else if (record.hasZeroCharacter()) {
                problems.add(
                        line(lastLine), "holds a zero character, so this is no text; save the file as CSV in UTF-8");
                return rows;
            } else if (ragged == 0) {
                sink.accept(rows, new Row(record));
            }
        }
        if (text.isOdd() && !hasFailed) {
            problems.add(
                    line(lastLine),
                    "the row that begins here has a quote that is not closed; close it, or double a quote within a field");
        }
        if (ragged > LISTED) {
            problems.add(Place.of(file), "has " + ragged + " rows with another number of fields than its header");
        }
        return rows;
    }

    /** The next record; null at the end, and where what follows can't be read: then a problem says why. */
    private @Nullable CsvRow next(Iterator<CsvRow> records) {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (CsvParseException e) {
            Matcher line = LINE.matcher(String.valueOf(e.getMessage()));
            problems.add(
                    line.find() ? line(Long.parseLong(line.group(1))) : Place.of(file),
                    "the row that begins here is no CSV: something follows a closing quote, or a field has no end");
        } catch (UncheckedIOException e) {
            problems.add(
                    Place.of(file),
                    e.getCause() instanceof CharacterCodingException
                            ? "is not UTF-8 text; save it as CSV in UTF-8"
                            : cantRead(e.getCause() == null ? e : e.getCause()));
        }
        hasFailed = true;
        return null;
    }

    /** Where wanted fields stand; a table without wanted fields is looked at as a whole. */
    private boolean[] places() {
        boolean[] places = new boolean[names.size()];
        fields.stream().filter(field -> field.index >= 0).forEach(field -> places[field.index] = true);
        return places;
    }

    private void locate(Field field) {
        if (field.column == null) {
            return;
        }
        String name = field.column.name();
        field.index = names.indexOf(name);
        if (field.index < 0) {
            problems.add(field.column.at(), file + " has no column " + shown(name) + "; " + columns(name, names));
        } else if (names.lastIndexOf(name) != field.index) {
            problems.add(field.column.at(), file + " has more than one column " + shown(name) + "; rename all but one");
        }
    }

    private static String columns(String wanted, List<String> names) {
        String nearest = NearestName.find(wanted, names)
                .map(name -> "did you mean " + shown(name) + "? ")
                .orElse("");
        String listed = String.join(
                ", ", names.stream().limit(NAMES_LISTED).map(CsvTable::shown).toList());
        String more = names.size() > NAMES_LISTED ? " and " + (names.size() - NAMES_LISTED) + " more" : "";
        String separator =
                names.size() == 1 && (names.get(0).contains(";") || names.get(0).contains("\t"))
                        ? " (columns must be separated by commas)"
                        : "";
        return nearest + "it has " + listed + more + separator;
    }

    private void reportRagged(CsvRow record, int expected, long count) {
        if (count <= LISTED) {
            problems.add(
                    line(record.line()),
                    "this row has " + record.count() + " fields, the header has " + expected
                            + "; a comma within a field needs quotes around the field");
        }
    }

    private Place line(long line) {
        return new Place(file, line, 0);
    }

    private static String cantRead(Throwable e) {
        return "can't be read (" + e.getClass().getSimpleName() + "); check the file and the permissions";
    }

    /** A header's name, unless it may be an address: then the file has no header row. */
    private static String shown(String name) {
        return name.indexOf('@') >= 0 ? "(not shown)" : name.length() > 60 ? name.substring(0, 60) + "…" : name;
    }
}
