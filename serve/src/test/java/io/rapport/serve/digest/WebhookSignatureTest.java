package io.rapport.serve.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.core.error.RapportException;
import io.rapport.serve.json.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSignatureTest {

    @Test
    void the_example_of_the_docs_is_right_and_its_body_is_a_digest() throws IOException {
        List<String> example = Files.readAllLines(Path.of("../docs/digest.md")).stream()
                .filter(line -> line.startsWith("    "))
                .map(String::strip)
                .toList();
        assertThat(example).hasSize(4);
        String body = example.get(2);

        assertThat(WebhookSignature.of(example.get(0), example.get(1), body)).isEqualTo(example.get(3));
        assertThat(WebhookSignature.of(example.get(0), example.get(1) + "0", body))
                .isNotEqualTo(example.get(3));
        DigestContents contents = DigestJson.read(body);
        assertThat(contents.stale().first()).singleElement().satisfies(line -> {
            assertThat(line.name()).isEqualTo("Northwind");
            assertThat(line.before()).isEqualTo(14.0);
        });
        assertThat(DigestJson.read(JsonText.of(DigestJson.of(contents)))).isEqualTo(contents);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.contoso.com/a",
                "https://user:word@hooks.contoso.com/a",
                "https://hooks.contoso.com/a#b",
                "ftp://hooks.contoso.com/a",
                "https:///a",
                "http://127.0.0.1.contoso.com/",
                "no address",
                ""
            })
    void other_addresses_than_https_and_this_machine_are_refused(String typed) {
        assertThatThrownBy(() -> Webhook.url(typed)).isInstanceOfSatisfying(RapportException.class, wrong -> {
            assertThat(wrong.code()).isEqualTo(DigestError.DIGEST_SETTING);
            assertThat(wrong.text()).doesNotContain("contoso");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hooks.contoso.com/a?b=c",
                "http://127.0.0.1:8080/a",
                "http://localhost/",
                "http://[::1]:1/"
            })
    void https_is_taken_and_http_on_this_machine(String typed) {
        assertThat(Webhook.url(typed)).hasToString(typed);
    }
}
