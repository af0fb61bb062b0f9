package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryCommandTest {

    @TempDir
    static Path home;

    @BeforeAll
    static void land_two_messages(@TempDir Path exports) {
        Path file = Exports.write(
                exports,
                "mail.json",
                Exports.message("m1", "2026-10-01T08:00:00Z"),
                Exports.message("m2", "2026-11-01T08:00:00Z"));
        assertThat(Typed.on(home, "import", "Message_v1", file.toString()).code())
                .isZero();
    }

    @Test
    void prints_a_table() {
        Typed typed = Typed.on(home, "query", "select id, sentDateTime, 1 as n from Message_v1 order by id");

        assertThat(typed.code()).isZero();
        assertThat(typed.err()).isEmpty();
        assertThat(typed.out()).isEqualTo("""
                        id  sentDateTime         n
                        --  -------------------  -
                        m1  2026-10-01 08:00:00  1
                        m2  2026-11-01 08:00:00  1
                        """);
    }

    @Test
    void prints_csv() {
        assertThat(Typed.on(
                                home,
                                "query",
                                "select id, null as a, 'x,y' as b from Message_v1 order by id",
                                "--format",
                                "CSV")
                        .out())
                .isEqualTo("id,a,b\nm1,,\"x,y\"\nm2,,\"x,y\"\n");
    }

    @Test
    void prints_json_with_numbers_and_flags_as_such() {
        assertThat(Typed.on(
                                home,
                                "query",
                                "select isDraft, 1.50 as n, 'NaN'::double as x, id from Message_v1 where id = 'm1'",
                                "--json")
                        .out())
                .isEqualTo("{\"columns\":[\"isDraft\",\"n\",\"x\",\"id\"],"
                        + "\"types\":[\"BOOLEAN\",\"DECIMAL(3,2)\",\"DOUBLE\",\"VARCHAR\"],"
                        + "\"rows\":[{\"isDraft\":false,\"n\":1.50,\"x\":\"NaN\",\"id\":\"m1\"}],\"cut\":false}\n");
    }

    @Test
    void says_when_there_are_more_rows() {
        Typed typed = Typed.on(home, "query", "select id from Message_v1", "--limit", "1");

        assertThat(typed.out().lines()).hasSize(3);
        assertThat(typed.err()).isEqualTo("There are more rows than 1; --limit shows more.\n");
    }

    @Test
    void an_unknown_table_is_wrong_use_and_all_are_named() {
        Typed typed = Typed.on(home, "query", "select * from nothing");

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err())
                .contains("no table nothing")
                .contains("message_v1")
                .contains("user_v1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from Message_v1",
                "select 1; select 2",
                "copy (select 1) to 'out.csv'",
                "select * from read_text('/etc/hostname')",
                "select nothing from Message_v1",
                "selec 1",
                "set memory_limit = '9GB'"
            })
    void what_is_no_select_over_the_lake_is_wrong_use(String sql) {
        Typed typed = Typed.on(home, "query", sql);

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).startsWith("rapport: The query is refused: ").doesNotContain("\tat ");
        assertThat(typed.out()).isEmpty();
    }

    @Test
    void a_value_that_cannot_be_converted_fails_without_being_quoted() {
        Typed typed = Typed.on(home, "query", "select cast(puser as integer) from Message_v1");

        assertThat(typed.code()).isEqualTo(1);
        assertThat(typed.err()).doesNotContain("u1");
    }

    @Test
    void a_query_that_takes_too_long_is_stopped() {
        Typed typed = Typed.on(home, "query", "select count(*) from range(1000000000000)", "--timeout", "1s");

        assertThat(typed.code()).isEqualTo(1);
        assertThat(typed.err()).contains("longer than 1 second");
    }

    @ParameterizedTest
    @CsvSource({"--format, xml, 'table, csv or json'", "--limit, 0, 1 to 1000000", "--timeout, soon, s; m or h"})
    void a_wrong_value_of_an_option_is_wrong_use(String option, String value, String hint) {
        Typed typed = Typed.on(home, "query", "select 1", option, value);

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).contains(option).contains(value).contains(hint.replace(';', ','));
    }

    @Test
    void a_home_without_data_says_how_to_begin(@TempDir Path empty) {
        Typed typed = Typed.on(empty, "query", "select 1");

        assertThat(typed.code()).isEqualTo(3);
        assertThat(typed.err()).contains("Nothing has landed in " + empty).contains("rapport import");
    }
}
