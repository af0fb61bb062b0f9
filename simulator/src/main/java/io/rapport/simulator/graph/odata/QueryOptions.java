package io.rapport.simulator.graph.odata;

import io.rapport.simulator.http.Parameters;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The system query options of a request; names are known in any case, and without their dollar sign.
 *
 * @param select names of properties; empty for the default ones
 * @param top {@code $top}
 * @param skip {@code $skip}
 * @param filter {@code $filter}; empty for none
 * @param orderBy each {@code name}, {@code name asc} or {@code name desc}
 * @param expand {@code $expand}; empty for none
 * @param isCounted {@code $count=true}
 * @param skipToken of a next link
 * @param deltaToken of a delta link
 * @param given names of all options that came, lower case, with their dollar sign
 * @param others what is no system query option
 */
public record QueryOptions(
        Set<String> select,
        OptionalInt top,
        int skip,
        String filter,
        List<String> orderBy,
        String expand,
        boolean isCounted,
        Optional<String> skipToken,
        Optional<String> deltaToken,
        Set<String> given,
        Parameters others) {

    private static final Set<String> KNOWN = Set.of(
            "$select",
            "$top",
            "$skip",
            "$filter",
            "$orderby",
            "$expand",
            "$count",
            "$skiptoken",
            "$deltatoken",
            "$search",
            "$format");

    /** @throws GraphRefusal where an option is unknown, or its value means nothing */
    public static QueryOptions of(Parameters query) {
        Set<String> given = new LinkedHashSet<>();
        for (String name : query.names()) {
            String option = name.toLowerCase(Locale.ROOT);
            if (KNOWN.contains("$" + option)) {
                option = "$" + option;
            }
            if (option.startsWith("$")) {
                if (!KNOWN.contains(option)) {
                    throw GraphRefusal.badRequest("The query parameter '" + name + "' is not supported.");
                }
                if (!given.add(option)) {
                    throw GraphRefusal.badRequest("Query option '" + name
                            + "' was specified more than once, but it must be specified at most once.");
                }
            }
        }
        return new QueryOptions(
                names(value(query, "$select")),
                given.contains("$top") ? OptionalInt.of(number(query, "$top", 1)) : OptionalInt.empty(),
                given.contains("$skip") ? number(query, "$skip", 0) : 0,
                value(query, "$filter"),
                List.copyOf(names(value(query, "$orderby"))),
                value(query, "$expand"),
                value(query, "$count").equalsIgnoreCase("true"),
                given.contains("$skiptoken") ? Optional.of(value(query, "$skiptoken")) : Optional.empty(),
                given.contains("$deltatoken") ? Optional.of(value(query, "$deltatoken")) : Optional.empty(),
                Set.copyOf(given),
                query);
    }

    /** Those of the given options that are among these. */
    public List<String> givenOf(String... options) {
        List<String> found = new ArrayList<>();
        for (String option : options) {
            if (given.contains(option)) {
                found.add(option);
            }
        }
        return found;
    }

    private static String value(Parameters query, String option) {
        for (String name : query.names()) {
            if (name.equalsIgnoreCase(option) || ("$" + name).equalsIgnoreCase(option)) {
                return query.text(name);
            }
        }
        return "";
    }

    private static Set<String> names(String list) {
        Set<String> names = new LinkedHashSet<>();
        for (String name : list.split(",", -1)) {
            if (!name.isBlank()) {
                names.add(name.strip());
            }
        }
        return names;
    }

    private static int number(Parameters query, String option, int least) {
        String text = value(query, option);
        try {
            int number = Integer.parseInt(text);
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            // Said below.
        }
        throw GraphRefusal.badRequest("Invalid value '" + text + "' for " + option + " query option found. The "
                + option + " query option requires a non-negative integer value.");
    }
}
