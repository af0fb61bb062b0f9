package io.rapport.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.core.dataset.Datasets;
import io.rapport.lake.privacy.SuppressionList;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

class GatePassTest {

    private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final String MAIL = "{\"ID\":\"m1\",\"puser\":\"u1\",\"subject\":\"planted-subject\","
            + "\"sentDateTime\":\"2026-10-01T08:00:00.1234567Z\",\"isDraft\":\"False\",\"from\":{\"emailAddress\":"
            + "{\"name\":\"planted-name\",\"address\":\" SMTP:Ana@Fabrikam.com \"}},\"toRecipients\":"
            + "\"[{\\\"emailAddress\\\":{\\\"address\\\":\\\"bob@contoso.com\\\"}}]\"}";

    @Test
    void lets_the_allowed_columns_pass_in_their_normal_form_and_nothing_else() {
        assertThat(MAIL).contains("planted-subject").contains("planted-name");

        List<Row> passed = pass(SuppressionList.NONE, "\uFEFF" + MAIL);

        assertThat(passed).hasSize(1);
        assertThat(passed.get(0).getString(0))
                .contains("\"sentDateTime\":\"2026-10-01 08:00:00\"")
                .contains("\"address\":\"ana@fabrikam.com\"")
                .contains("\"address\":\"bob@contoso.com\"")
                .contains("\"isDraft\":false")
                .doesNotContain("planted");
        assertThat(passed.get(0).isNullAt(5)).isTrue();
        assertThat(passed.get(0).getInt(2)).isEqualTo(7);
    }

    @Test
    void rejects_what_is_no_row_without_saying_what_it_is_and_skips_what_is_bookkeeping() {
        List<Row> passed = pass(
                SuppressionList.NONE,
                "",
                "  \r",
                "{\"rowinformation\":{\"isUserSummaryRow\":true}}",
                "{\"id\":\"planted",
                "[{}]",
                "{\"id\":\"planted\"}",
                "{\"id\":\"a\",\"puser\":\"b\"}{\"id\":\"c\",\"puser\":\"d\"}");

        assertThat(passed)
                .extracting(row -> row.getString(5))
                .containsExactly(
                        "is no valid JSON",
                        "is no JSON object",
                        "puser is missing, and it is part of the key",
                        null,
                        null);
        assertThat(passed).extracting(row -> row.getLong(4)).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(passed.toString()).doesNotContain("planted");
    }

    @Test
    void keeps_erased_people_out_and_their_addresses() throws Exception {
        SuppressionList erased =
                new SuppressionList(KEY, Set.of(hash("address", "ana@fabrikam.com"), hash("id", "u2")));

        List<Row> passed = pass(erased, MAIL, MAIL.replace("\"u1\"", "\"U2\""));

        assertThat(passed).hasSize(1);
        assertThat(passed.get(0).getString(0))
                .contains("erased@erased.invalid")
                .contains("bob@contoso.com")
                .doesNotContain("ana@");
        assertThat(SuppressionList.of(erased.lines())).isEqualTo(erased);
        assertThat(erased.toString()).isEqualTo("2 hashes");
    }

    private static List<Row> pass(SuppressionList erased, String... lines) {
        List<Row> texts = new ArrayList<>();
        for (String line : lines) {
            texts.add(RowFactory.create(line.getBytes(StandardCharsets.UTF_8), "file:/a", 0L));
        }
        List<Row> passed = new ArrayList<>();
        new GatePass(Datasets.MESSAGE, Map.of("file:/a", 7), erased)
                .call(texts.iterator())
                .forEachRemaining(passed::add);
        return passed;
    }

    private static String hash(String kind, String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(java.util.Base64.getDecoder().decode(KEY), "HmacSHA256"));
        mac.update(kind.getBytes(StandardCharsets.UTF_8));
        mac.update((byte) 0);
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
