package io.rapport.core.fuzz;

import io.rapport.core.address.AddressFuzz;
import io.rapport.core.time.TimeFuzz;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class FuzzCorpusTest {

    @TestFactory
    Stream<DynamicTest> times_and_zones() {
        return Corpus.replay(TimeFuzz.class, TimeFuzz::fuzzerTestOneInput);
    }

    @TestFactory
    Stream<DynamicTest> addresses_and_conversations() {
        return Corpus.replay(AddressFuzz.class, AddressFuzz::fuzzerTestOneInput);
    }
}
