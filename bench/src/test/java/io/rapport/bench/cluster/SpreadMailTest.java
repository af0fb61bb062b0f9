package io.rapport.bench.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.bench.source.SimulatedCompany;
import io.rapport.core.dataset.Datasets;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SpreadMailTest {

    private static final SimulatedCompany COMPANY = new SimulatedCompany(10_000);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    @Test
    void even_mail_is_of_all_people_to_all_contacts_in_conversations_of_four() throws IOException {
        List<JsonNode> mail = mail(Spread.EVEN);

        assertThat(senders(mail).distinct().count()).isGreaterThan(20);
        assertThat(mail.stream()
                        .map(one -> one.get("conversationId").asString())
                        .distinct())
                .hasSize(500);
        assertThat(mail).allMatch(one -> one.get("toRecipients").size() == 1);
    }

    @Test
    void skewed_mail_is_of_one_sender_to_one_contact_and_at_times_to_everybody() throws IOException {
        List<JsonNode> mail = mail(Spread.SKEWED);

        assertThat(senders(mail).distinct()).hasSize(1);
        assertThat(mail.stream()
                        .map(one -> one.get("conversationId").asString())
                        .distinct())
                .hasSize(1);
        assertThat(mail.stream().filter(one -> one.get("toRecipients").size() > 20))
                .hasSize(2);
    }

    @Test
    void a_tenth_of_the_mail_on_disk_is_spread() throws IOException {
        Path spec = COMPANY.writeSpec(folder);

        ExportsOnDisk.write(COMPANY, Spread.SKEWED, spec, folder.resolve("exports"));

        List<String> lines = Files.readAllLines(
                folder.resolve("exports").resolve("Message_v1").resolve("part-00000.json"));
        long spread = lines.stream()
                .filter(line -> line.startsWith("{\"id\":\"more-"))
                .count();
        assertThat(spread).isEqualTo(lines.size() / 10);
        assertThat(folder.resolve("exports").resolve("User_v1").resolve("part-00000.json"))
                .isNotEmptyFile();
    }

    private List<JsonNode> mail(Spread spread) throws IOException {
        Path spec = COMPANY.writeSpec(folder);
        try (BufferedReader people =
                new BufferedReader(new InputStreamReader(COMPANY.open(Datasets.USER), StandardCharsets.UTF_8))) {
            SpreadMail mail = SpreadMail.of(spread, spec, people);
            return LongStream.range(0, 2_000)
                    .mapToObj(number -> JSON.readTree(mail.line(number)))
                    .toList();
        }
    }

    private static Stream<String> senders(List<JsonNode> mail) {
        return mail.stream().map(one -> one.get("puser").asString());
    }
}
