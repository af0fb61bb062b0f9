package io.rapport.model.duckdb;

import io.rapport.model.contract.EngagementProperties;
import io.rapport.model.contract.Enrichment;
import io.rapport.model.contract.GoldenContract;
import io.rapport.model.contract.LandedEnrichment;
import io.rapport.model.contract.PromiseKeeper;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class ContractIT {

    @TempDir
    private Path folder;

    @TestFactory
    Stream<? extends DynamicNode> says_what_the_contract_says_sentence_by_sentence() {
        return GoldenContract.tests(onDuckDb(folder));
    }

    @TestFactory
    Stream<? extends DynamicNode> keeps_the_properties_of_the_score() {
        return new EngagementProperties(onDuckDb(folder)).tests(1_001, 2);
    }

    private static Enrichment onDuckDb(Path folder) {
        return new LandedEnrichment(folder, (settings, home) -> new PromiseKeeper(new DuckDbEngine(settings)));
    }
}
