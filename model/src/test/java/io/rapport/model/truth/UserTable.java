package io.rapport.model.truth;

import io.rapport.model.truth.Selection.Person;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code _UserTable}: one row per listed person, in the code-point order of the address. */
final class UserTable {

    private UserTable() {}

    static List<Map<String, @Nullable Object>> rows(Selection selection) {
        List<Person> people = new ArrayList<>(selection.people.values());
        people.sort(Comparator.comparing(
                        (Person person) -> Objects.requireNonNullElse(person.shown(), ""), CodePoints.ORDER)
                .thenComparing(person -> Objects.requireNonNullElse(person.userId(), ""), CodePoints.ORDER));
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Person person : people) {
            Map<String, @Nullable Object> cells = new LinkedHashMap<>();
            cells.put("EmailAddress", person.shown());
            cells.put("EntraId", person.userId());
            rows.add(cells);
        }
        return rows;
    }
}
