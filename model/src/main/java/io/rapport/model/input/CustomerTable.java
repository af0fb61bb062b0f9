package io.rapport.model.input;

import io.rapport.model.spec.Place;
import io.rapport.model.spec.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Opens a file of customers as a table, in whatever encoding and with whatever separator it was exported. */
final class CustomerTable {

    private CustomerTable() {}

    /** Null where the file can't be opened; then a problem says why. */
    static @Nullable CsvTable open(CustomerFiles files, boolean isOfContacts, Problems problems, CountedRows leftOut) {
        Path file = files.file(isOfContacts);
        Path name = files.name(isOfContacts);
        Place place = Place.of(name);
        try {
            if (Files.isRegularFile(file)) {
                return new CsvTable(CsvText.recognised(file, name), place, problems, leftOut);
            }
            problems.add(place, Files.exists(file) ? "is no file; name a CSV file" : "does not exist; name a CSV file");
        } catch (IOException e) {
            problems.add(
                    place, "can't be read (" + e.getClass().getSimpleName() + "); check the file and the permissions");
        }
        return null;
    }
}
