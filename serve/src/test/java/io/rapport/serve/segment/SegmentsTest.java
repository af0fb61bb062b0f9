package io.rapport.serve.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.core.error.RapportException;
import io.rapport.lake.state.StateLocation;
import io.rapport.model.duckdb.account.AccountColumn;
import io.rapport.model.duckdb.account.AccountRule;
import io.rapport.serve.state.ServeState;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentsTest {

    private static final AccountRule QUIET =
            new AccountRule.Group(true, List.of(AccountRule.marked(AccountColumn.GOING_QUIET)));
    private static final AccountRule RISING =
            new AccountRule.Group(true, List.of(AccountRule.marked(AccountColumn.RISING)));
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    Path folder;

    StateLocation location() {
        return StateLocation.file(folder.resolve("rapport.db"));
    }

    @Test
    void what_is_saved_is_found_again_by_another_process() {
        Segment saved = segments().add("  Quiet in the north ", "Office", QUIET, "Mira");

        assertThat(segments().find(saved.id())).contains(saved);
        assertThat(saved).isEqualTo(new Segment(saved.id(), "Quiet in the north", "Office", QUIET, 1, 1, "Mira", NOON));
        assertThat(segments().list("Office"))
                .hasSize(ReadyMade.values().length + 1)
                .endsWith(saved);
        assertThat(segments().list("Other")).hasSize(ReadyMade.values().length);
        assertThat(segments().delete(saved.id())).isTrue();
        assertThat(segments().delete(saved.id())).isFalse();
        assertThat(segments().list()).isEmpty();
    }

    @Test
    void a_name_is_one_segments_only_whatever_its_capitals() {
        Segments segments = segments();
        var unused = segments.add("Ünder the radar", "Office", QUIET, "Mira");

        assertThat(segments.findProblem("ÜNDER THE RADAR")).isPresent();
        assertThat(segments.findProblem("going QUIET"))
                .hasValueSatisfying(text -> assertThat(text).contains("Another segment"));
        assertThat(segments.findProblem(" ")).contains("Give the segment a name.");
        assertThat(segments.findProblem("x".repeat(101)))
                .hasValueSatisfying(text -> assertThat(text).contains("101 characters; at most 100"));
        assertThat(segments.findProblem("a\tb")).isPresent();
        assertThat(segments.findProblem("x".repeat(100))).isEmpty();
        assertThatThrownBy(() -> segments.add("Rising", "Office", QUIET, "Mira"))
                .extracting(error -> ((RapportException) error).code())
                .isEqualTo(SegmentError.SEGMENT_INVALID);
        assertThat(segments.list()).hasSize(1);
    }

    @Test
    void a_change_makes_an_edition_and_only_another_rule_one_of_the_rule() {
        Segments segments = segments();
        Segment first = segments.add("Quiet", "Office", QUIET, "Mira");

        Segment renamed = segments.change(first, " Quiet ones ", QUIET);
        Segment other = segments.change(renamed, "quiet ONES", RISING);

        assertThat(renamed).isEqualTo(new Segment(first.id(), "Quiet ones", "Office", QUIET, 2, 1, "Mira", NOON));
        assertThat(other).isEqualTo(new Segment(first.id(), "quiet ONES", "Office", RISING, 3, 3, "Mira", NOON));
        assertThat(segments.find(first.id())).contains(other);
    }

    @Test
    void who_changes_what_somebody_else_changed_or_deleted_hears_so_and_changes_nothing() {
        Segments segments = segments();
        Segment first = segments.add("Quiet", "Office", QUIET, "Mira");
        Segment second = segments.change(first, "Quiet", RISING);

        assertThatThrownBy(() -> segments.change(first, "Mine", QUIET))
                .hasMessageContaining("Somebody else changed Quiet in the meantime")
                .extracting(error -> ((RapportException) error).code())
                .isEqualTo(SegmentError.SEGMENT_CHANGED);
        assertThat(segments.list()).containsExactly(second);
        var unused = segments.add("Taken", "Office", QUIET, "Mira");
        assertThatThrownBy(() -> segments.change(second, "TAKEN", RISING)).hasMessageContaining("Another segment");
        assertThat(segments.delete(second.id())).isTrue();
        assertThatThrownBy(() -> segments.change(second, "Quiet", RISING))
                .extracting(error -> ((RapportException) error).code())
                .isEqualTo(SegmentError.SEGMENT_CHANGED);
    }

    private Segments segments() {
        return new Segments(ServeState.open(location()), InstantSource.fixed(NOON));
    }
}
