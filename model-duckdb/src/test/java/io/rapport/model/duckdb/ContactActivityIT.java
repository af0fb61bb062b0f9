package io.rapport.model.duckdb;

import io.rapport.model.contract.ContactActivityContract;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class ContactActivityIT {

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> says_what_the_contract_says_sentence_by_sentence() {
        return new ContactActivityContract(folder, (settings, home) -> new DuckDbEngine(settings)).tests();
    }
}
