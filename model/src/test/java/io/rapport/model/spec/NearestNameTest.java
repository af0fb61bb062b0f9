package io.rapport.model.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNameTest {

    private static final List<String> NAMES = List.of("Message_v1", "User_v1", "Contact_v1", "CalendarView_v0");

    @Test
    void finds_what_was_meant() {
        assertThat(NearestName.list("mesage_V1", NAMES)).containsExactly("Message_v1");
        assertThat(NearestName.list("Uesr_v1", NAMES)).containsExactly("User_v1");
    }

    @Test
    void stays_silent_where_nothing_is_near() {
        assertThat(NearestName.question("Spreadsheet", NAMES)).isEmpty();
    }

    @Test
    void counts_letters_and_swaps() {
        assertThat(NearestName.distance("import", "imprt")).isEqualTo(1);
        assertThat(NearestName.distance("ab", "ba")).isEqualTo(1);
        assertThat(NearestName.distance("", "abc")).isEqualTo(3);
    }
}
