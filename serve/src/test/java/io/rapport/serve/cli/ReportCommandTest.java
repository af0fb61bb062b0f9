package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Six people, of whom five add a contact each in October, and the sixth removes one in November. */
class ReportCommandTest {

    @TempDir
    static Path home;

    @BeforeAll
    static void land_signals(@TempDir Path exports) {
        Path file = Exports.write(
                exports,
                "signals.json",
                Stream.concat(
                                IntStream.range(0, 5)
                                        .mapToObj(i -> signal("AddContact", "u" + i, "2026-10-12T08:00:00Z")),
                                Stream.of(signal("RemoveContact", "u5", "2026-11-02T08:00:00Z")))
                        .toArray(String[]::new));
        assertThat(Typed.on(home, "import", "OutlookContactActivity_v0", file.toString())
                        .code())
                .isZero();
    }

    @Test
    void answers_the_five_questions_by_name() {
        Typed typed = Typed.on(home, "report", "contact-activity");

        assertThat(typed.code()).as(typed.err()).isZero();
        assertThat(typed.out()).isEqualTo("""
                Contact activity from 2026-10-12 to before 2026-11-03, UTC, of 6 employees with signals
                  How many contacts were added by all users?     5
                  How many contacts were created by all users?   0
                  How many contacts were deleted by all users?   1
                  How many contacts were modified by all users?  0

                How often do employees add contacts?
                contacts added  employees
                --------------  ---------
                0 or more               6

                month       added  created  modified  deleted
                ----------  -----  -------  --------  -------
                2026-10-01      5        0         0        0
                2026-11-01      0        0         0        1

                application  added  created  modified  deleted
                -----------  -----  -------  --------  -------
                OWA              5        0         0        1

                department  added  created  modified  deleted
                ----------  -----  -------  --------  -------
                (none)          5        0         0        1
                """);
    }

    @Test
    void answers_over_a_range_in_json() {
        assertThat(Typed.on(
                                home,
                                "report",
                                "contact-activity",
                                "--from",
                                "2026-10-12",
                                "--to",
                                "2026-10-26",
                                "--by",
                                "week",
                                "--json")
                        .out())
                .contains("\"from\":\"2026-10-12\",\"to\":\"2026-10-26\",\"by\":\"week\",\"timeZone\":\"UTC\"")
                .contains("\"directory\":\"not landed\",\"employees\":5,"
                        + "\"total\":{\"added\":5,\"created\":0,\"modified\":0,\"deleted\":0}")
                .contains(
                        "\"periods\":[{\"start\":\"2026-10-12\",\"added\":5,\"created\":0,\"modified\":0,\"deleted\":0},"
                                + "{\"start\":\"2026-10-19\",\"added\":0,\"created\":0,\"modified\":0,\"deleted\":0}]")
                .contains("\"frequencyOfAdding\":[{\"lowest\":0,\"highest\":0,\"employees\":0},"
                        + "{\"lowest\":1,\"highest\":1,\"employees\":5},");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--by year | --by is \"year\"; it is day, week or month.",
                "--from soon | --from is \"soon\"; it is a date",
                "--to 2026-13-01 | --to is \"2026-13-01\"; it is a date",
                "--from 2026-10-02 --to 2026-10-02 | --to has to be later",
                "--from 1990-01-01 --to 2026-01-01 | the most are 7305",
                "--from 2027-01-01 | No signal lies in these days",
                "--time-zone Mars/Base | --time-zone is \"Mars/Base\"",
                "--time-zone +02:00 | --time-zone is \"+02:00\"",
                "--engine sparc | --engine is \"sparc\""
            })
    void words_that_mean_nothing_are_wrong_use(String words, String message) {
        Typed typed = Typed.on(
                home,
                Stream.concat(Stream.of("report", "contact-activity"), Stream.of(words.split(" ", -1)))
                        .toArray(String[]::new));

        assertThat(typed.err()).contains(message);
        assertThat(typed.code()).isEqualTo(2);
    }

    @Test
    void a_report_has_to_be_named() {
        assertThat(Typed.on(home, "report").err()).contains("report needs a report: contact-activity");
    }

    private static String signal(String type, String user, String at) {
        return "{\"SignalType\":\"%s\",\"Id\":\"%s\",\"StartTime\":\"%s\",\"CreationTime\":\"%s\",\"AppName\":\"OWA\",\"puser\":\"%s\"}"
                .formatted(type, type + user, at, at, user);
    }
}
