package io.rapport.model.sql;

import java.util.List;
import java.util.Optional;

/**
 * A model: one {@code select} and what it promises.
 *
 * @param name of the relation that it makes
 * @param file where it stands, for messages
 * @param grain what one row is, in words
 * @param key columns that identify a row; empty: rows may repeat
 * @param notNull columns that are never null
 * @param holds a condition that every row meets, or empty
 * @param isTable kept as a table; otherwise a view
 * @param repeats the model that it starts from and is then built upon itself until it grows no more, or empty
 * @param select the statement, without a semicolon; its lines have the numbers that they have in the file
 */
public record Model(
        String name,
        String file,
        String grain,
        List<String> key,
        List<String> notNull,
        Optional<String> holds,
        boolean isTable,
        Optional<String> repeats,
        String select) {

    public Model {
        key = List.copyOf(key);
        notNull = List.copyOf(notNull);
    }
}
