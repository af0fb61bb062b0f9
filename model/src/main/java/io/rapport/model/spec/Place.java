package io.rapport.model.spec;

import java.nio.file.Path;
import java.util.Comparator;

/**
 * A place in a text file, as editors count.
 *
 * @param file as it was named
 * @param line from 1; 0 is the file as a whole
 * @param column from 1; 0 is the line as a whole
 */
public record Place(Path file, long line, long column) implements Comparable<Place> {

    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::file).thenComparing(Place::line).thenComparing(Place::column);

    /** The file as a whole. */
    public static Place of(Path file) {
        return new Place(file, 0, 0);
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    /** {@code file:line:column}, as far as they are known. */
    @Override
    public String toString() {
        return file + (line == 0 ? "" : ":" + line) + (column == 0 ? "" : ":" + column);
    }
}
