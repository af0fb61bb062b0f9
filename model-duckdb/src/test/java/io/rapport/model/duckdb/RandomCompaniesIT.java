package io.rapport.model.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.model.contract.CompanyInput;
import io.rapport.model.contract.Differences;
import io.rapport.model.contract.Enrichment;
import io.rapport.model.contract.LandedEnrichment;
import io.rapport.model.contract.PromiseKeeper;
import io.rapport.model.contract.RandomCompany;
import io.rapport.model.truth.NaiveEnrichment;
import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class RandomCompaniesIT {

    private static final int COMPANIES = Integer.getInteger("rapport.companies", 30);

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> equals_the_naive_implementation_row_by_row_cell_by_cell() {
        return LongStream.rangeClosed(1, COMPANIES)
                .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> {
                    CompanyInput input = RandomCompany.of(seed);
                    assertThat(Differences.between(
                                    new NaiveEnrichment().run(input),
                                    onDuckDb(folder.resolve("s" + seed)).run(input)))
                            .isEmpty();
                }));
    }

    private static Enrichment onDuckDb(Path folder) {
        return new LandedEnrichment(folder, (settings, home) -> new PromiseKeeper(new DuckDbEngine(settings)));
    }
}
