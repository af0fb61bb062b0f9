package io.rapport.model.input;

import io.rapport.core.address.Address;
import io.rapport.model.spec.Place;
import io.rapport.model.spec.Problems;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;

/**
 * The header and the first rows of a file of customers.
 *
 * @param names in the header
 * @param columns the values of each column that are not blank
 * @param rows how many there are
 */
record SampledTable(List<String> names, List<List<String>> columns, long rows) {

    static final int MOST_ROWS = 1_000;

    /** Without a column where the file can't be read; then a problem says why. */
    static SampledTable read(CustomerFiles files, boolean isOfContacts, Problems problems) throws IOException {
        CsvTable table = CustomerTable.open(files, isOfContacts, problems, new CountedRows());
        if (table == null) {
            return new SampledTable(List.of(), List.of(), 0);
        }
        List<List<String>> columns = new ArrayList<>();
        long rows = table.read(MOST_ROWS, (number, row) -> {
            for (int i = 0; i < table.names().size(); i++) {
                if (columns.size() <= i) {
                    columns.add(new ArrayList<>());
                }
                String text = row.text(i);
                if (!text.isEmpty()) {
                    columns.get(i).add(text);
                }
            }
        });
        while (columns.size() < table.names().size()) {
            columns.add(new ArrayList<>());
        }
        if (table.names().stream().anyMatch(name -> Address.normalForm(name) != null)) {
            problems.add(
                    Place.of(files.name(isOfContacts)),
                    "has no header: its first row holds an address; put the names of the columns before it");
        }
        return new SampledTable(table.names(), columns, rows);
    }

    /** Of a column's values those of which something is true, from 0 to 1; 0 without values. */
    double share(int column, Predicate<String> isTrue) {
        List<String> values = columns.get(column);
        return values.isEmpty() ? 0 : (double) values.stream().filter(isTrue).count() / values.size();
    }

    /** Whether nearly every row has a value of its own in this column. */
    boolean tellsRowsApart(int column) {
        List<String> values = columns.get(column);
        return values.size() >= 0.9 * rows && new HashSet<>(values).size() >= 0.9 * values.size();
    }
}
