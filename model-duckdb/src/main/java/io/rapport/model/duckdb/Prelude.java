package io.rapport.model.duckdb;

import io.rapport.lake.duckdb.SqlText;
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

/** Gives DuckDB the functions that models use: the run's parameters, and what dialects spell differently. */
final class Prelude {

    private Prelude() {}

    static List<String> statements(Parameters parameters) {
        List<String> statements = new ArrayList<>(List.of(
                parameter("run_date", "date '" + parameters.runDate() + "'"),
                parameter("window_start", "date '" + parameters.windowStart() + "'"),
                parameter("report_zone", SqlText.literal(parameters.reportZone().getId())),
                parameter("exclude_group", SqlText.literal(parameters.excludeGroup())),
                parameter("link_contacts", Boolean.toString(parameters.linkContacts())),
                parameter("match_domains", Boolean.toString(parameters.matchDomains())),
                parameter("roll_up", Boolean.toString(parameters.rollUp())),
                parameter("exclude_private", Boolean.toString(parameters.excludePrivate())),
                parameter("bulk_limit", Long.toString(parameters.bulkLimit()))));
        statements.addAll(file());
        return statements;
    }

    private static String parameter(String name, String value) {
        return "create macro " + name + "() as " + value;
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
