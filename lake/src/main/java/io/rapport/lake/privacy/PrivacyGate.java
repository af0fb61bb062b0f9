package io.rapport.lake.privacy;

import io.rapport.core.dataset.Column;
import io.rapport.core.dataset.Dataset;
import io.rapport.core.landing.Row;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The gate of one dataset: writes a row as one line of JSON that holds the schema's columns in their normal form and
 * nothing else. Each line begins with {@link #SEQUENCE}, by which later stages know which of two rows is the newer.
 * Holds state from row to row; not thread-safe.
 */
public final class PrivacyGate {

    /** Field of a line: the number of the row within its chunk. */
    public static final String SEQUENCE = "_n";
    /** Field of a line that takes a key out instead of bringing a row. */
    public static final String REMOVED = "_removed";

    /** The month of rows without a date. */
    public static final int NO_MONTH = -1;

    private static final int LONGEST_LINE = 8 << 20;
    private static final byte[] LINE_START = ("{\"" + SEQUENCE + "\":").getBytes(StandardCharsets.UTF_8);
    private static final byte[] REMOVED_FIELD = (",\"" + REMOVED + "\":true").getBytes(StandardCharsets.UTF_8);

    private final Dataset dataset;
    private final AddressWriter addresses;
    private final OwnRows erased;
    private final byte[][] names;
    /** Position of each column within the key, or -1. */
    private final int[] keyPositions;

    private final @Nullable ValueWriter[] writers;
    private final DerivedColumns.@Nullable Derived[] derived;
    private final int[] keyColumns;
    private final long[] keyHashes;
    /** Columns of which the first that is there decides a row's month. */
    private final int[] dateColumns;
    /** Where the value of each column begins in the line that was last written, or -1. */
    private final int[] starts;

    private int month = NO_MONTH;

    /** A gate that nobody was erased before. */
    public PrivacyGate(Dataset dataset) {
        this(dataset, Suppression.NONE);
    }

    /** @param suppression whose rows and addresses must not land */
    public PrivacyGate(Dataset dataset, Suppression suppression) {
        this.dataset = dataset;
        addresses = new AddressWriter(suppression, PersonColumns.isReplaced(dataset));
        erased = new OwnRows(dataset, suppression);
        int count = dataset.columns().size();
        names = new byte[count][];
        keyPositions = new int[count];
        writers = new ValueWriter[count];
        derived = new DerivedColumns.Derived[count];
        for (int i = 0; i < count; i++) {
            Column column = dataset.columns().get(i);
            names[i] =
                    (',' + new String(Writers.name(column), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
            keyPositions[i] = dataset.key().indexOf(column.name());
            if (column.isDerived()) {
                derived[i] = DerivedColumns.of(dataset, column, addresses);
            } else {
                writers[i] = Writers.of(column.type(), addresses);
            }
        }
        keyColumns = dataset.key().stream().mapToInt(dataset::index).toArray();
        keyHashes = new long[keyColumns.length];
        dateColumns = dataset.partitionDate().stream().mapToInt(dataset::index).toArray();
        starts = new int[count];
    }

    /** Whether the row is an erased person's own: then it must not be passed. */
    public boolean isErased(Row row) {
        return erased.holds(row);
    }

    /** The same for a key, in the order of the dataset's. */
    public boolean isErased(List<String> key) {
        return erased.holdsKey(key);
    }

    /**
     * Writes the row as one line, its newline included.
     *
     * @return why the row can't pass, naming the column and not the value; then nothing was written
     */
    public Optional<String> pass(Row row, long sequence, LineBuffer out) {
        int start = out.length();
        addresses.reset();
        startLine(sequence, out);
        for (int i = 0; i < names.length; i++) {
            Optional<String> refusal = column(row, i, out);
            if (refusal.isPresent()) {
                out.truncate(start);
                return refusal;
            }
        }
        out.put('}');
        out.put('\n');
        if (out.length() - start > LONGEST_LINE) {
            out.truncate(start);
            return Optional.of("the row is longer than 8 MB");
        }
        month = month(out.bytes());
        return Optional.empty();
    }

    /** Writes a line that takes the row with this key out. */
    public void passRemoval(List<String> key, long sequence, LineBuffer out) {
        if (key.size() != keyColumns.length) {
            throw new IllegalArgumentException("the key of " + dataset + " is " + dataset.key());
        }
        startLine(sequence, out);
        out.put(REMOVED_FIELD);
        for (int k = 0; k < keyColumns.length; k++) {
            out.put(names[keyColumns[k]]);
            int from = out.length();
            if (!ScalarWriters.text(key.get(k), out)) {
                throw new IllegalArgumentException(dataset.key().get(k) + " of " + dataset + " can't be blank");
            }
            keyHashes[k] = KeyHash.of(out.bytes(), from, out.length());
        }
        out.put('}');
        out.put('\n');
    }

    /** The hash of the key that was last written. */
    public long keyHash() {
        return KeyHash.combine(keyHashes);
    }

    /** The month of the row that was last written, in months since the year 0; or {@link #NO_MONTH}. */
    public int month() {
        return month;
    }

    /** Reads the month of the first date that is there, which has been written as {@code "yyyy-MM-…}. */
    private int month(byte[] line) {
        for (int column : dateColumns) {
            int at = starts[column];
            if (at >= 0) {
                int year = number(line, at + 1) * 100 + number(line, at + 3);
                return year * 12 + number(line, at + 6) - 1;
            }
        }
        return NO_MONTH;
    }

    private static int number(byte[] twoDigits, int at) {
        return (twoDigits[at] - '0') * 10 + twoDigits[at + 1] - '0';
    }

    private static void startLine(long sequence, LineBuffer out) {
        out.put(LINE_START);
        out.number(sequence);
    }

    private Optional<String> column(Row row, int index, LineBuffer out) {
        int before = out.length();
        out.put(names[index]);
        int from = out.length();
        boolean isPresent;
        try {
            ValueWriter writer = writers[index];
            DerivedColumns.Derived rule = derived[index];
            isPresent = writer != null ? writer.write(row.value(index), out) : rule != null && rule.write(row, out);
        } catch (UnreadableValue unreadable) {
            String column =
                    unreadable.findSource().orElse(dataset.columns().get(index).name());
            return Optional.of(column + " " + unreadable.why());
        }
        starts[index] = isPresent ? from : -1;
        int keyPosition = keyPositions[index];
        if (!isPresent) {
            out.truncate(before);
            return keyPosition < 0
                    ? Optional.empty()
                    : Optional.of(dataset.key().get(keyPosition) + " is missing, and it is part of the key");
        }
        if (keyPosition >= 0) {
            keyHashes[keyPosition] = KeyHash.of(out.bytes(), from, out.length());
        }
        return Optional.empty();
    }
}
