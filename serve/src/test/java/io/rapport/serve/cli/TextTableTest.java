package io.rapport.serve.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

    private final TextTable table = new TextTable(
                    List.of(TextTable.Column.text("name"), TextTable.Column.number("rows")))
            .add(List.of("Message_v1", "17,700"))
            .add(List.of("a name that is rather long", "1"));

    @Test
    void numbers_stand_to_the_right() {
        assertThat(table.lines(80))
                .containsExactly(
                        "name                          rows",
                        "--------------------------  ------",
                        "Message_v1                  17,700",
                        "a name that is rather long       1");
    }

    @Test
    void text_is_cut_where_the_line_is_full() {
        assertThat(table.lines(20))
                .containsExactly(
                        "name            rows", "------------  ------", "Message_v1    17,700", "a name that…       1");
    }

    @Test
    void numbers_are_never_cut() {
        assertThat(table.lines(5)).contains("Message…  17,700");
    }

    @Test
    void control_characters_never_reach_the_terminal() {
        table.add(List.of("\u001b[2J\n", "0"));

        assertThat(String.join("", table.lines(80))).doesNotContain("\u001b").contains("\uFFFD[2J\uFFFD");
    }
}
