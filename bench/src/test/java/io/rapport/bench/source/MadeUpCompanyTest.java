package io.rapport.bench.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MadeUpCompanyTest {

    private static final int EMAILS = 2_000;
    private static final Pattern MESSAGE_ID = Pattern.compile("\"internetMessageId\":\"([^\"]+)\"");
    private static final Pattern THREAD_ID = Pattern.compile("\"conversationId\":\"([^\"]+)\"");

    private final MailSource company = new MadeUpCompany(EMAILS);

    @Test
    void makes_the_same_rows_every_time() throws IOException {
        for (Dataset dataset : company.datasets()) {
            assertThat(text(dataset)).isNotEmpty().isEqualTo(text(dataset));
        }
    }

    @Test
    void has_nine_copies_of_four_emails_and_the_copies_of_one_lie_apart() throws IOException {
        Map<String, Long> copies = MESSAGE_ID
                .matcher(text(Datasets.MESSAGE))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.groupingBy(id -> id, Collectors.counting()));

        assertThat(copies).hasSize(EMAILS);
        assertThat(copies.values().stream().mapToLong(Long::longValue).average().orElse(0))
                .isCloseTo(2.25, within(0.1));
        assertThat(text(Datasets.MESSAGE).lines().limit(EMAILS).map(line -> first(MESSAGE_ID, line)))
                .doesNotHaveDuplicates();
    }

    @Test
    void names_a_thread_differently_in_every_mailbox_but_for_its_end() throws IOException {
        assertThat(text(Datasets.MESSAGE).lines().map(line -> first(THREAD_ID, line)))
                .allMatch(id -> id.length() == 80 && id.startsWith("AAQk"))
                .hasSizeGreaterThan(EMAILS);
    }

    @Test
    void counts_what_it_wrote() throws IOException {
        GeneratedText text = company.open(Datasets.MESSAGE);
        String whole = new String(text.readAllBytes(), StandardCharsets.US_ASCII);

        assertThat(text.rows()).isEqualTo(whole.lines().count());
        assertThat(text.bytes()).isEqualTo(whole.length());
    }

    @Test
    void writes_a_spec_with_the_files_that_it_names(@TempDir Path folder) throws IOException {
        String spec = Files.readString(company.writeSpec(folder));

        assertThat(spec.lines().filter(line -> line.endsWith("@contoso.com"))).hasSize(2_500);
        assertThat(Files.readAllLines(folder.resolve("accounts.csv"))).hasSize(1 + 5_000);
        assertThat(Files.readAllLines(folder.resolve("contacts.csv"))).hasSize(1 + 60_000 + 1_200);
    }

    private String text(Dataset dataset) throws IOException {
        try (GeneratedText text = company.open(dataset)) {
            return new String(text.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private static String first(Pattern pattern, String line) {
        return pattern.matcher(line)
                .results()
                .map((MatchResult found) -> found.group(1))
                .findFirst()
                .orElse("");
    }
}
