package io.rapport.bench.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedCompanyTest {

    private static final int EMAILS = 20_000;
    private static final Pattern MESSAGE_ID = Pattern.compile("\"internetMessageId\":\"([^\"]+)\"");

    private final MailSource company = new SimulatedCompany(EMAILS);

    @Test
    void has_about_as_many_emails_as_are_asked_for_and_more_than_one_copy_of_most() throws IOException {
        String messages = text(Datasets.MESSAGE);
        long emails = MESSAGE_ID
                .matcher(messages)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet())
                .size();

        assertThat(emails).isBetween(EMAILS / 2L, EMAILS * 3 / 2L);
        assertThat(messages.lines().count()).isGreaterThan(emails * 3 / 2);
    }

    @Test
    void counts_what_it_wrote() throws IOException {
        try (GeneratedText text = company.open(Datasets.USER)) {
            assertThat(text.readAllBytes()).hasSize(Math.toIntExact(text.bytes()));
            assertThat(text.elapsedNanos()).isPositive();
        }
    }

    @Test
    void writes_a_spec_with_the_files_that_it_names(@TempDir Path folder) throws IOException {
        String spec = Files.readString(company.writeSpec(folder));

        assertThat(spec.lines().filter(line -> line.startsWith("  - "))).hasSizeBetween(50, 70);
        assertThat(Files.readAllLines(folder.resolve("accounts.csv"))).hasSize(1 + EMAILS / 200);
        assertThat(Files.readAllLines(folder.resolve("contacts.csv"))).hasSizeGreaterThan(EMAILS / 200);
    }

    private String text(Dataset dataset) throws IOException {
        try (GeneratedText text = company.open(dataset)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
