package io.rapport.serve.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.core.error.RapportException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryTest {

    @ParameterizedTest
    @CsvSource({
        "768MB, 768000000",
        "1GB, 1000000000",
        "1.5GiB, 1610612736",
        "1024mib, 1073741824",
        "' 2 gb ', 2000000000"
    })
    void reads_sizes_with_their_unit(String text, long bytes) {
        assertThat(Memory.parse(text).bytes()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1G", "GB", "-1GB", "1,5GB", "1TB", "1e3MB"})
    void refuses_what_is_no_size(String text) {
        assertThatThrownBy(() -> Memory.parse(text))
                .isInstanceOf(RapportException.class)
                .hasMessage(
                        "\"" + text + "\" is no size; a size is a number and MB, GB, MiB or GiB, for example 1.5GB.");
    }

    @Test
    void refuses_less_than_768_megabytes() {
        assertThatThrownBy(() -> Memory.parse("767MB"))
                .hasMessage("767 MB of memory are too little; the least is 768 MB. Say for example --memory 1GB.");
    }

    @Test
    void takes_three_gigabytes_or_most_of_a_small_machine() {
        assertThat(Memory.ofMachine(16_000_000_000L).bytes()).isEqualTo(3_000_000_000L);
        assertThat(Memory.ofMachine(2_000_000_000L).bytes()).isEqualTo(1_200_000_000L);
    }

    @Test
    void gives_the_engine_what_heap_and_reserve_leave() {
        assertThat(Memory.parse("1GB").engineShare(512_000_000)).isEqualTo(360_000_000);
        assertThat(Memory.parse("3GB").engineShare(500_000_000)).isEqualTo(2_333_333_334L);
    }

    @Test
    void refuses_a_heap_that_leaves_the_engine_nothing() {
        assertThatThrownBy(() -> Memory.parse("768MB").engineShare(4_000_000_000L))
                .hasMessage(
                        "768 MB of memory leave the engine 0 MB beside a Java heap of 4000 MB; it needs 68 MB. Give more with --memory.");
    }

    @Test
    void leaves_800_megabytes_beside_the_heap_of_spark() {
        assertThat(Memory.parse("3GB").sparkHeap()).isEqualTo(2_200_000_000L);
        assertThat(Memory.parse("1600MB").sparkHeap()).isEqualTo(800_000_000L);
        assertThatThrownBy(() -> Memory.parse("1599MB").sparkHeap())
                .hasMessage(
                        "1599 MB of memory are too little for Spark; the least is 1600 MB. Give more with --memory.");
    }
}
