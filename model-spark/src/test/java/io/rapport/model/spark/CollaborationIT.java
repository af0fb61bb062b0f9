package io.rapport.model.spark;

import io.rapport.model.contract.CollaborationContract;
import io.rapport.model.contract.LandedEnrichment;
import io.rapport.model.contract.RandomOffices;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What DuckDB's tests ask of DuckDB, asked of Spark; of random offices one alone, as Spark takes its time. */
class CollaborationIT {

    private static final int OFFICES = Integer.getInteger("rapport.offices", 1);
    private static final LandedEnrichment.Engines SPARK =
            (settings, home) -> new SparkEngine(OneApplication.running(), home.resolve("tmp"), SparkEngine.DRIVER_ROWS);

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> says_what_the_contract_says_sentence_by_sentence() {
        return new CollaborationContract(folder, SPARK).tests();
    }

    @TestFactory
    Stream<DynamicTest> equals_the_naive_implementation_person_by_person_and_cell_by_cell() {
        return new RandomOffices(folder, SPARK).tests(OFFICES);
    }
}
