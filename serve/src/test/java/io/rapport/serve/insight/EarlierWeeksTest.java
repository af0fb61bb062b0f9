package io.rapport.serve.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.model.report.Collaboration;
import io.rapport.model.report.Collaboration.Exchange;
import io.rapport.model.report.Collaboration.Group;
import io.rapport.model.report.Collaboration.Week;
import io.rapport.model.report.CollaborationMetric;
import io.rapport.serve.json.JsonText;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EarlierWeeksTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-10-05");
    private static final LocalDate SECOND = FIRST.plusWeeks(1);

    private static final Collaboration EARLIER = report(
            5,
            List.of(
                    new Group("", true, List.of(week(FIRST, 13, 2.5), week(SECOND, 12, 2))),
                    new Group("Sales", false, List.of(week(FIRST, 7, 3), week(SECOND, 6, 2))),
                    new Group("Support", false, List.of(week(FIRST, 6, 2), week(SECOND, 6, 2)))),
            List.of(exchange("Sales", "Support", FIRST, 7), exchange("Support", "Support", FIRST, 6)));

    private static final Collaboration FRESH = report(
            5,
            List.of(
                    new Group("", true, List.of(week(FIRST, 6, 2), week(SECOND, 12, 2.25))),
                    new Group("Sales", false, List.of(withheld(FIRST), week(SECOND, 6, 2.5))),
                    new Group("Support", false, List.of(week(FIRST, 6, 2), week(SECOND, 6, 2)))),
            List.of(exchange("Support", "Support", FIRST, 6), exchange("Sales", "Support", SECOND, 8)));

    @Test
    void weeks_that_somebody_has_seen_are_shown_as_they_were_and_their_total_with_them() {
        Collaboration shown = new EarlierWeeks(EARLIER).complete(FRESH);

        assertThat(weeks(shown, 1)).containsExactly(week(FIRST, 7, 3), week(SECOND, 6, 2.5));
        assertThat(weeks(shown, 0)).containsExactly(week(FIRST, 13, 2.5), week(SECOND, 12, 2.25));
        assertThat(weeks(shown, 2)).isEqualTo(weeks(FRESH, 2));
        assertThat(shown.exchanges())
                .containsExactly(
                        exchange("Sales", "Support", FIRST, 7),
                        exchange("Support", "Support", FIRST, 6),
                        exchange("Sales", "Support", SECOND, 8));
    }

    @Test
    void under_another_minimum_they_stay_withheld() {
        Collaboration other = report(4, EARLIER.groups(), EARLIER.exchanges());

        assertThat(new EarlierWeeks(other).complete(FRESH)).isEqualTo(FRESH);
    }

    @Test
    void a_report_is_the_same_after_it_was_written_and_read_again_and_a_week_withheld_has_no_number() {
        String text = JsonText.of(CollaborationJson.fields(FRESH));

        assertThat(CollaborationJson.read(JsonText.read(text))).isEqualTo(FRESH);
        assertThat(text).contains("{\"week\":\"2026-10-05\",\"isPublished\":false,\"isWithheld\":true}");
    }

    private static Collaboration report(int minimum, List<Group> groups, List<Exchange> exchanges) {
        return new Collaboration(List.of(FIRST, SECOND), ZoneId.of("UTC"), 7, minimum, 13L, null, groups, exchanges);
    }

    private static Week week(LocalDate start, long people, double sent) {
        return new Week(start, false, people, false, Map.of(CollaborationMetric.EMAILS_SENT, sent));
    }

    private static Week withheld(LocalDate start) {
        return new Week(start, false, 0, true, Map.of());
    }

    private static Exchange exchange(String from, String to, LocalDate week, long emails) {
        return new Exchange(from, to, week, emails, 6, 6, emails / 6.0);
    }

    private static List<Week> weeks(Collaboration report, int group) {
        return report.groups().get(group).weeks();
    }
}
