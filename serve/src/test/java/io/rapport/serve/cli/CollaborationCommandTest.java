package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Six people of Sales who write to each other in one week, and two of Legal. */
class CollaborationCommandTest {

    @TempDir
    static Path home;

    @BeforeAll
    static void land_mail(@TempDir Path exports) {
        Path users = Exports.write(
                exports,
                "users.json",
                IntStream.range(0, 8)
                        .mapToObj(
                                i -> "{\"id\":\"nightjar%d\",\"mail\":\"nightjar%d@contoso.com\",\"department\":\"%s\"}"
                                        .formatted(i, i, i < 6 ? "Sales" : "Legal"))
                        .toArray(String[]::new));
        Path messages = Exports.write(
                exports,
                "messages.json",
                Stream.concat(
                                IntStream.range(0, 6).mapToObj(i -> mail(i, (i + 1) % 6)),
                                IntStream.range(6, 8).mapToObj(i -> mail(i, 13 - i)))
                        .toArray(String[]::new));
        assertThat(Typed.on(home, "import", "User_v1", users.toString()).code()).isZero();
        assertThat(Typed.on(home, "import", "Message_v1", messages.toString()).code())
                .isZero();
    }

    @Test
    void shows_departments_week_by_week_and_not_the_one_of_too_few() {
        Typed typed = Typed.on(home, "report", "collaboration", "--from", "2026-11-02", "--to", "2026-11-16");

        assertThat(typed.code()).as(typed.err()).isZero();
        assertThat(typed.out())
                .startsWith("Collaboration in 2 weeks from 2026-11-02, a row for each week")
                .contains("All departments shown\nweek        people  sent  received")
                .contains("2026-11-02       6   1.0       1.0   0.0          0")
                .contains("2026-11-09       -     -         -     -          -")
                .contains("Legal\n  not enough people\n")
                .doesNotContain("nightjar");
    }

    @Test
    void says_the_same_in_json_and_nothing_of_too_few() {
        Typed typed = Typed.on(home, "report", "collaboration", "--from", "2026-11-02", "--to", "2026-11-09", "--json");

        assertThat(typed.out())
                .contains("\"weeks\":[\"2026-11-02\"],\"timeZone\":\"UTC\"")
                .contains("\"minimumPeople\":5,\"people\":8,\"peopleWithoutHours\":8")
                .contains("{\"department\":\"Legal\",\"isTotal\":false,"
                        + "\"weeks\":[{\"week\":\"2026-11-02\",\"isPublished\":false}]}")
                .contains("\"people\":6,\"emailsSent\":1.0,\"emailsReceived\":1.0")
                .contains("\"exchanges\":[{\"week\":\"2026-11-02\",\"from\":\"Sales\",\"to\":\"Sales\",\"emails\":6")
                .doesNotContain("nightjar");
    }

    @Test
    void days_without_a_whole_week_that_is_over_are_wrong_use() {
        Typed typed = Typed.on(home, "report", "collaboration", "--from", "2026-11-16");

        assertThat(typed.err()).contains("No whole week that is over");
        assertThat(typed.code()).isEqualTo(2);
    }

    private static String mail(int from, int to) {
        return """
                {"id":"m%d","puser":"nightjar%d","internetMessageId":"<m%d>","sentDateTime":"2026-11-03T10:00:00Z",\
                "from":{"emailAddress":{"address":"nightjar%d@contoso.com"}},\
                "toRecipients":[{"emailAddress":{"address":"nightjar%d@contoso.com"}}]}""".formatted(from, from, from, from, to);
    }
}
