package io.rapport.model.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.model.contract.CompanyInput;
import io.rapport.model.contract.Differences;
import io.rapport.model.contract.EngagementProperties;
import io.rapport.model.contract.Enrichment;
import io.rapport.model.contract.GoldenContract;
import io.rapport.model.contract.LandedEnrichment;
import io.rapport.model.contract.PromiseKeeper;
import io.rapport.model.contract.RandomCompany;
import io.rapport.model.engine.Engine;
import io.rapport.model.truth.NaiveEnrichment;
import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * What DuckDB's tests ask of DuckDB, asked of Spark. Runs take place at once: most of each is spent on planning, which
 * keeps one processor busy.
 */
@Execution(ExecutionMode.CONCURRENT)
class ContractIT {

    private static final long FIRST_SEED = 1;
    private static final long LAST_SEED = Long.getLong("rapport.companies", 5);

    @TempDir
    private Path folder;

    @TestFactory
    Stream<? extends DynamicNode> says_what_the_contract_says_sentence_by_sentence() {
        return GoldenContract.tests(enrichment());
    }

    /** The properties of the score with it, because each run takes seconds. */
    @TestFactory
    Stream<DynamicTest> equals_the_naive_implementation_cell_by_cell_and_keeps_the_properties_of_the_score() {
        return LongStream.rangeClosed(FIRST_SEED, LAST_SEED)
                .mapToObj(seed -> DynamicTest.dynamicTest(
                        "seed " + seed,
                        () -> new EngagementProperties(enrichment()).holdTogether(seed, new NaiveEnrichment())));
    }

    /** In files, so that what is written and read again is held against the promises too. */
    @Test
    void rows_in_files_come_to_the_same_and_every_model_keeps_what_its_file_promises() {
        CompanyInput input = RandomCompany.of(LAST_SEED + 1);
        Enrichment checked =
                new LandedEnrichment(folder.resolve("checked"), (settings, home) -> new PromiseKeeper(engine(home, 0)));

        assertThat(Differences.between(new NaiveEnrichment().run(input), checked.run(input)))
                .isEmpty();
    }

    private Enrichment enrichment() {
        return new LandedEnrichment(
                folder.resolve(System.nanoTime() + ""), (settings, home) -> engine(home, SparkEngine.DRIVER_ROWS));
    }

    private static Engine engine(Path home, int driverRows) {
        return new SparkEngine(OneApplication.running(), home.resolve("tmp"), driverRows);
    }
}
