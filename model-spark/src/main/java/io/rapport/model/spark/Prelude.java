package io.rapport.model.spark;

import io.rapport.core.dataset.Datasets;
import io.rapport.model.engine.Parameters;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Gives Spark the functions that models use: the run's parameters, and what dialects spell differently. */
final class Prelude {

    private static final List<String> FILE = file();

    private Prelude() {}

    static List<String> statements(Parameters parameters) {
        List<String> statements = new ArrayList<>(List.of(
                parameter("run_date", "date", "date '" + parameters.runDate() + "'"),
                parameter("window_start", "date", "date '" + parameters.windowStart() + "'"),
                parameter(
                        "report_zone",
                        "string",
                        SparkText.literal(parameters.reportZone().getId())),
                parameter("exclude_group", "string", SparkText.literal(parameters.excludeGroup())),
                parameter("link_contacts", "boolean", Boolean.toString(parameters.linkContacts())),
                parameter("match_domains", "boolean", Boolean.toString(parameters.matchDomains())),
                parameter("roll_up", "boolean", Boolean.toString(parameters.rollUp())),
                parameter("exclude_private", "boolean", Boolean.toString(parameters.excludePrivate())),
                parameter("bulk_limit", "bigint", "cast(" + parameters.bulkLimit() + " as bigint)"),
                allPeople()));
        statements.addAll(FILE);
        return statements;
    }

    private static String parameter(String name, String type, String value) {
        return "create temporary function " + name + "() returns " + type + " return " + value;
    }

    /** Its type is that of a list of recipients in the schema. */
    private static String allPeople() {
        String people = SparkText.type(Datasets.MESSAGE
                .columns()
                .get(Datasets.MESSAGE.index("toRecipients"))
                .type());
        return "create temporary function all_people(first_list " + people + ", second_list " + people
                + ", third_list " + people + ") returns " + people + " return concat(coalesce(first_list, array()),"
                + " coalesce(second_list, array()), coalesce(third_list, array()))";
    }

    private static List<String> file() {
        try (InputStream in = Prelude.class.getResourceAsStream("prelude.sql")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            String code = text.lines().filter(line -> !line.startsWith("--")).collect(Collectors.joining("\n"));
            return Arrays.stream(code.split(";"))
                    .map(String::strip)
                    .filter(statement -> !statement.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
