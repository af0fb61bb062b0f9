package io.rapport.model.spark;

import io.rapport.model.contract.ContactActivityContract;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What DuckDB's tests ask of DuckDB, asked of Spark. */
class ContactActivityIT {

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> says_what_the_contract_says_sentence_by_sentence() {
        return new ContactActivityContract(
                        folder,
                        (settings, home) ->
                                new SparkEngine(OneApplication.running(), home.resolve("tmp"), SparkEngine.DRIVER_ROWS))
                .tests();
    }
}
