package io.rapport.model.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.core.dataset.Datasets;
import io.rapport.model.contract.CompanyInput;
import io.rapport.model.contract.GoldenCase;
import io.rapport.model.contract.GoldenContract;
import io.rapport.model.contract.GoldenRun;
import io.rapport.model.contract.RandomCompany;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class NaiveGoldenTest {

    @TestFactory
    Stream<? extends DynamicNode> every_sentence_of_the_contract_holds() {
        return GoldenContract.tests(new NaiveEnrichment());
    }

    @Test
    void cases_have_names_of_their_own_and_share_runs() {
        List<GoldenCase> cases = GoldenContract.cases();
        assertThat(cases).extracting(GoldenCase::name).doesNotHaveDuplicates();
        assertThat(GoldenRun.of(cases)).hasSizeLessThan(cases.size());
    }

    @Test
    void keys_of_datasets_occur_once() {
        for (GoldenRun run : GoldenRun.of(GoldenContract.cases())) {
            assertThat(repeatedKeys(run.input())).as(run.cases().toString()).isEmpty();
        }
        for (long seed = 1; seed <= 100; seed++) {
            assertThat(repeatedKeys(RandomCompany.of(seed))).as("seed " + seed).isEmpty();
        }
    }

    private static List<String> repeatedKeys(CompanyInput input) {
        List<String> repeated = new ArrayList<>();
        input.datasets().forEach((name, rows) -> {
            List<String> columns = Datasets.find(name).orElseThrow().key();
            Set<List<String>> seen = new HashSet<>();
            rows.forEach(row -> {
                List<String> key = columns.stream()
                        .map(column -> String.valueOf(row.get(column)).strip())
                        .toList();
                if (!seen.add(key)) {
                    repeated.add(name + " " + key);
                }
            });
        });
        return repeated;
    }

    @Test
    void the_list_of_sentences_names_every_case() throws IOException {
        String readme;
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("/cases/README.md"))) {
            readme = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        for (GoldenCase golden : GoldenContract.cases()) {
            assertThat(readme).contains("`" + golden.name() + "`");
        }
    }
}
