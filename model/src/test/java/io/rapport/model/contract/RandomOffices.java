package io.rapport.model.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.model.report.Collaboration;
import io.rapport.model.report.CollaborationRequest;
import io.rapport.model.truth.NaiveCollaboration;
import io.rapport.model.truth.NaiveWeeks;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;

/** Reports on collaboration of random offices, beside what plain loops over the same rows find. */
public final class RandomOffices {

    private final Path folder;
    private final LandedEnrichment.Engines engines;

    /** @param folder an empty folder */
    public RandomOffices(Path folder, LandedEnrichment.Engines engines) {
        this.folder = folder;
        this.engines = engines;
    }

    /** One test for each seed from 1 on. */
    public Stream<DynamicTest> tests(int offices) {
        return LongStream.rangeClosed(1, offices)
                .mapToObj(seed -> DynamicTest.dynamicTest("office " + seed, () -> compare(seed)));
    }

    private void compare(long seed) {
        RandomOffice office = RandomOffice.of(seed);
        CollaborationRequest request = new CollaborationRequest(null, null, office.today(), office.zone(), 3);

        LandedOffice.Answer answer =
                new LandedOffice(folder, engines).answer(office.datasets(), request, office.recorded());

        Collaboration found = answer.published();
        NaiveWeeks people = new NaiveWeeks(office.datasets(), request, office.recorded());
        assertThat(answer.people()).containsExactlyInAnyOrderElementsOf(weeks(people, found.weeks()));
        NaiveCollaboration naive = new NaiveCollaboration(people, found.weeks(), request.minimumPeople());
        assertThat(found.groups()).containsExactlyElementsOf(naive.groups());
        assertThat(found.exchanges()).containsExactlyElementsOf(naive.exchanges());
        List<@Nullable Long> coverage = new ArrayList<>();
        coverage.add(found.people());
        coverage.add(found.peopleWithoutHours());
        assertThat(coverage).isEqualTo(naive.coverage());
        // Something was compared.
        assertThat(found.groups())
                .anySatisfy(group -> assertThat(group.weeks()).anyMatch(Collaboration.Week::isPublished));
    }

    private static List<List<@Nullable Object>> weeks(NaiveWeeks people, List<LocalDate> counted) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (LocalDate week : counted) {
            people.active(week).forEach((person, counts) -> {
                List<@Nullable Object> row = new ArrayList<>();
                row.add(person);
                row.add(week);
                row.addAll(counts.cells());
                rows.add(row);
            });
        }
        return rows;
    }
}
