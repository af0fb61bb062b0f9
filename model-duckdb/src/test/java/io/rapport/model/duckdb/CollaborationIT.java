package io.rapport.model.duckdb;

import io.rapport.model.contract.CollaborationContract;
import io.rapport.model.contract.LandedEnrichment;
import io.rapport.model.contract.PublicationAttacks;
import io.rapport.model.contract.RandomOffices;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class CollaborationIT {

    private static final int OFFICES = Integer.getInteger("rapport.offices", 4);
    private static final LandedEnrichment.Engines DUCKDB = (settings, home) -> new DuckDbEngine(settings);

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> says_what_the_contract_says_sentence_by_sentence() {
        return new CollaborationContract(folder, DUCKDB).tests();
    }

    @TestFactory
    Stream<DynamicTest> no_attack_reaches_fewer_people_than_the_minimum() {
        return new PublicationAttacks(folder, DUCKDB).tests(101);
    }

    @TestFactory
    Stream<DynamicTest> equals_the_naive_implementation_person_by_person_and_cell_by_cell() {
        return new RandomOffices(folder, DUCKDB).tests(OFFICES);
    }
}
