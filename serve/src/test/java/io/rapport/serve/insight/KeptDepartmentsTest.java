package io.rapport.serve.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.lake.state.StateLocation;
import io.rapport.model.report.DepartmentMemory.RecordedDepartment;
import io.rapport.serve.secret.SecretBox;
import io.rapport.serve.secret.SecretKey;
import io.rapport.serve.setting.Settings;
import io.rapport.serve.state.ServeState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptDepartmentsTest {

    private static final LocalDate OCTOBER = LocalDate.parse("2026-10-01");
    private static final LocalDate NOVEMBER = LocalDate.parse("2026-11-01");
    private static final LocalDate DECEMBER = LocalDate.parse("2026-12-01");

    @TempDir
    Path folder;

    @Test
    void a_change_is_recorded_in_the_month_after_the_one_in_which_the_old_one_was_seen() {
        try (ServeState state = open()) {
            KeptDepartments memory = memory(state);
            memory.recall(List.of(at("ana-4711", OCTOBER, "Sales")), OCTOBER);

            // Within the month nothing changes.
            assertThat(memory.recall(List.of(at("ana-4711", OCTOBER, "Legal")), OCTOBER))
                    .containsExactly(at("ana-4711", OCTOBER, "Sales"));
            assertThat(memory.recall(List.of(at("ana-4711", NOVEMBER, "Legal")), NOVEMBER))
                    .containsExactly(at("ana-4711", OCTOBER, "Sales"), at("ana-4711", NOVEMBER, "Legal"));
            assertThat(memory.recall(List.of(at("ana-4711", DECEMBER, "Legal")), DECEMBER))
                    .containsExactly(at("ana-4711", OCTOBER, "Sales"), at("ana-4711", NOVEMBER, "Legal"));
        }
    }

    @Test
    void who_left_is_there_to_the_end_of_the_month_under_another_name() {
        try (ServeState state = open()) {
            KeptDepartments memory = memory(state);
            memory.recall(List.of(at("ana-4711", OCTOBER, "Sales"), at("bo", OCTOBER, "")), OCTOBER);
            memory.recall(List.of(at("bo", NOVEMBER, "")), NOVEMBER);

            List<RecordedDepartment> found = memory.recall(List.of(at("bo", NOVEMBER, "")), NOVEMBER);

            String name = found.get(1).userId();
            assertThat(name).doesNotContain("ana").hasSize(64);
            assertThat(found)
                    .containsExactly(
                            at("bo", OCTOBER, ""),
                            at(name, OCTOBER, "Sales"),
                            new RecordedDepartment(name, DECEMBER, "", false));
            // A directory that can't be read says nothing.
            assertThat(memory.recall(List.of(), DECEMBER)).isEmpty();
        }
    }

    @Test
    void nobody_is_named_in_the_state_database_however_many_there_are() throws IOException {
        try (ServeState state = open()) {
            List<RecordedDepartment> people = new ArrayList<>();
            IntStream.range(0, 601).forEach(i -> people.add(at("person-" + i, OCTOBER, "Nightjar department")));

            assertThat(memory(state).recall(people, OCTOBER)).hasSize(601);
            assertThat(memory(state).recall(people, OCTOBER)).containsExactlyInAnyOrderElementsOf(people);
        }
        String bytes = Files.readString(folder.resolve("rapport.db"), StandardCharsets.ISO_8859_1);
        assertThat(bytes).contains("Nightjar department").doesNotContain("person-");
    }

    private ServeState open() {
        return ServeState.open(StateLocation.file(folder.resolve("rapport.db")));
    }

    private KeptDepartments memory(ServeState state) {
        return new KeptDepartments(
                state,
                new Settings(state, () -> java.time.Instant.EPOCH),
                new SecretBox(SecretKey.open(null, folder.resolve("keys").resolve("secrets.key"))));
    }

    private static RecordedDepartment at(String user, LocalDate month, String department) {
        return new RecordedDepartment(user, month, department, true);
    }
}
