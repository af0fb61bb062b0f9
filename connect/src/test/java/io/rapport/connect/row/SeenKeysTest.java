package io.rapport.connect.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeenKeysTest {

    private static final String HEAD = "AAMkADgyMDMzYjk0LWQyZjEtNGRlZS04NzQ1LWUwMTdiYjgzMTI0ZABGAAAAANR9C";

    @Test
    void keys_that_differ_in_one_character_anywhere_are_different() {
        SeenKeys seen = new SeenKeys();
        for (int i = 0; i < HEAD.length(); i++) {
            seen.add(List.of(HEAD.substring(0, i) + '!' + HEAD.substring(i + 1)));
        }
        assertThat(seen.size()).isEqualTo(HEAD.length());
        assertThat(seen.contains(List.of(HEAD))).isFalse();
        for (int i = 0; i < HEAD.length(); i++) {
            assertThat(seen.contains(List.of(HEAD.substring(0, i) + '!' + HEAD.substring(i + 1))))
                    .isTrue();
            assertThat(seen.contains(List.of(HEAD.substring(0, i)))).isFalse();
        }
    }

    @Test
    void a_hundred_thousand_keys_stay_a_hundred_thousand() {
        SeenKeys seen = new SeenKeys();
        IntStream.range(0, 100_000).forEach(i -> seen.add(List.of(HEAD + Integer.toString(i, 36))));
        IntStream.range(0, 100_000).forEach(i -> seen.add(List.of(HEAD + Integer.toString(i, 36))));
        assertThat(seen.size()).isEqualTo(100_000);
        assertThat(IntStream.range(100_000, 200_000)
                        .filter(i -> seen.contains(List.of(HEAD + Integer.toString(i, 36)))))
                .isEmpty();
    }

    @Test
    void the_parts_of_a_key_do_not_run_into_each_other() {
        SeenKeys seen = new SeenKeys();
        seen.add(List.of("group-1", "1user"));
        assertThat(seen.contains(List.of("group-11", "user"))).isFalse();
        assertThat(seen.contains(List.of("group-11user"))).isFalse();
        assertThat(seen.contains(List.of("group-1", "1user"))).isTrue();
    }

    @Test
    void characters_of_every_width_count() {
        SeenKeys seen = new SeenKeys();
        seen.add(List.of("größe-ж-𝄞"));
        assertThat(seen.contains(List.of("größe-ж-𝄟"))).isFalse();
        assertThat(seen.contains(List.of("größe-ж-𝄞"))).isTrue();
    }
}
