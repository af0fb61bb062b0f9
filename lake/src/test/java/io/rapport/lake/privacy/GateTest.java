package io.rapport.lake.privacy;

import static io.rapport.lake.landing.Rows.list;
import static io.rapport.lake.landing.Rows.person;
import static io.rapport.lake.landing.Rows.row;
import static io.rapport.lake.landing.Rows.struct;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import io.rapport.core.landing.Row;
import io.rapport.core.time.InstantText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {

    private static final String EXCHANGE_ID =
            "AAQkADExMTExMTExLTIyMjItMzMzMy00NDQ0LTU1NTU1NTU1NTU1NQAQAAABAgMEBQYHCAkKCwwNDg8=";

    @Test
    void text_is_stripped_escaped_and_absent_where_blank() {
        assertThat(write(row(
                        Datasets.MAILBOX_SETTINGS,
                        "puser",
                        " u\u2003",
                        "timeZone",
                        "  ",
                        "ODataType",
                        "a\"\\\n\u0000é€😀\uD83D")))
                .isEqualTo("{\"_n\":7,\"ODataType\":\"a\\\"\\\\\\u000aé€😀?\",\"puser\":\"u\"}\n");
    }

    @ParameterizedTest
    @CsvSource({
        "microsoft.graph.responseType'declined', declined",
        "Tentative, Tentative",
        "workingElsewhere, workingElsewhere",
        "microsoft.graph.userType'Member', Member"
    })
    void a_word_is_what_a_typed_literal_holds_and_keeps_its_case(String written, String word) {
        assertThat(write(row(Datasets.CALENDAR_VIEW, "id", "i", "puser", "u", "showAs", written)))
                .contains("\"showAs\":\"" + word + "\"");
    }

    @Test
    void a_typed_literal_of_nothing_is_absent() {
        assertThat(write(message("importance", "microsoft.graph.importance''"))).doesNotContain("importance");
    }

    @Test
    void flags_come_as_flags_or_as_text() {
        assertThat(write(message("isDraft", true, "isRead", " False ", "hasAttachments", "")))
                .contains("\"isDraft\":true,\"isRead\":false")
                .doesNotContain("hasAttachments");
    }

    @ParameterizedTest
    @CsvSource({
        "2021-02-03T00:37:45Z, 2021-02-03 00:37:45",
        "2021-02-03T00:37:45.1234567Z, 2021-02-03 00:37:45",
        "2021-02-03 00:37:45, 2021-02-03 00:37:45",
        "2021-02-03T00:37:45+02:00, 2021-02-02 22:37:45",
        "2024-02-29T23:59:59Z, 2024-02-29 23:59:59"
    })
    void instants_are_utc_to_the_second(String written, String instant) {
        assertThat(write(message("sentDateTime", written))).contains("\"sentDateTime\":\"" + instant + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01T00:00:00Z", "1989-12-31T23:59:59Z", " "})
    void no_time_is_absent(String written) {
        assertThat(write(message("sentDateTime", written))).doesNotContain("sentDateTime");
    }

    @Test
    void the_quick_way_of_reading_instants_agrees_with_the_slow_one() {
        Random random = new Random(20260301);
        String usual = "2025-06-15T12:30:45.123Z";
        String alphabet = "0123456789-:.TZ +é";
        int unreadable = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(usual.substring(0, 10 + random.nextInt(usual.length() - 9)));
            for (int edits = random.nextInt(3); edits > 0; edits--) {
                text.setCharAt(random.nextInt(text.length()), alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String expected;
            try {
                expected = String.valueOf(InstantText.parse(text.toString()));
            } catch (DateTimeException notATime) {
                expected = "unreadable";
                unreadable++;
            }
            assertThat(quick(text.toString())).as(text.toString()).isEqualTo(expected);
        }
        assertThat(unreadable).isBetween(1_000, 19_000);
    }

    private static String quick(String text) {
        LineBuffer out = new LineBuffer();
        try {
            return InstantWriter.write((Object) text, out)
                    ? InstantText.parse(text(out).replace("\"", "")) + ""
                    : "null";
        } catch (UnreadableValue unreadable) {
            return "unreadable";
        }
    }

    @Test
    void addresses_are_normalised_and_nothing_else_of_a_person_lands() {
        assertThat(write(message("from", person(" Ann.JONES@Contoso.COM "))))
                .contains("\"from\":{\"emailAddress\":{\"address\":\"ann.jones@contoso.com\"}}");
    }

    @Test
    void lists_lose_absent_entries_and_objects_without_fields_are_absent() {
        assertThat(write(message(
                        "from",
                        person(null),
                        "toRecipients",
                        list(
                                person("a@b.c"),
                                null,
                                person("X500:/o=x"),
                                struct(new @org.jspecify.annotations.Nullable Object[] {null})),
                        "ccRecipients",
                        list())))
                .contains("\"toRecipients\":[{\"emailAddress\":{\"address\":\"a@b.c\"}}],\"ccRecipients\":[]")
                .doesNotContain("\"from\"")
                .doesNotContain("bccRecipients");
    }

    @Test
    void a_message_gets_its_conversation_key_and_the_number_of_unusable_addresses() {
        assertThat(write(message(
                        "conversationId",
                        EXCHANGE_ID,
                        "from",
                        person("/O=EXCHANGE/CN=ANN"),
                        "sender",
                        person(" "),
                        "toRecipients",
                        list(person("a@b.c"), person("Undisclosed recipients")),
                        "bccRecipients",
                        list(person("a@b@c")))))
                .contains("\"_conversationKey\":\"000102030405060708090a0b0c0d0e0f\",\"_unusableAddressCount\":3}");
        assertThat(write(message())).contains("\"_unusableAddressCount\":0}").doesNotContain("_conversationKey");
    }

    @Test
    void an_event_gets_its_instants_and_its_written_date() {
        assertThat(write(event(
                        struct("2025-07-01T00:30:00.0000000", "Europe/Zurich"),
                        struct("2025-07-01T01:00:00Z", "Pacific/Apia"))))
                .contains("\"start\":{\"dateTime\":\"2025-07-01T00:30:00.0000000\",\"timeZone\":\"Europe/Zurich\"}")
                .contains("\"_startAt\":\"2025-06-30 22:30:00\",\"_endAt\":\"2025-07-01 01:00:00\"")
                .contains("\"_startDate\":\"2025-07-01\",\"_unusableAddressCount\":0}");
        assertThat(write(event(struct("2025-07-01T00:30:00", "No Such Zone"), null)))
                .doesNotContain("_startAt")
                .doesNotContain("_endAt")
                .contains("\"_startDate\":\"2025-07-01\"");
    }

    @Test
    void attendees_keep_address_type_and_answer() {
        Row event = event(struct("2025-07-01T00:30:00", "UTC"), null);
        event.set(
                Datasets.CALENDAR_VIEW.index("attendees"),
                list(
                        struct(
                                "required",
                                struct("microsoft.graph.responseType'accepted'"),
                                struct("Bob@Fabrikam.com")),
                        struct("optional", null, struct("room 7"))));
        assertThat(write(event))
                .contains("\"attendees\":[{\"type\":\"required\",\"status\":{\"response\":\"accepted\"},"
                        + "\"emailAddress\":{\"address\":\"bob@fabrikam.com\"}},{\"type\":\"optional\"}]")
                .contains("\"_unusableAddressCount\":1}");
    }

    @Test
    void a_user_gets_every_address_once_in_order() {
        assertThat(write(row(
                        Datasets.USER,
                        "id",
                        "1",
                        "mail",
                        "Ann@Contoso.com",
                        "userPrincipalName",
                        "ann.jones@contoso.com",
                        "proxyAddresses",
                        list(
                                "SMTP:ann@contoso.com",
                                "smtp:A.Jones@Contoso.com",
                                "X500:/o=x",
                                "sip:ann@contoso.com",
                                null))))
                .contains("\"proxyAddresses\":[\"SMTP:ann@contoso.com\",\"smtp:a.jones@contoso.com\"]")
                .contains("\"_addresses\":[\"ann@contoso.com\",\"ann.jones@contoso.com\",\"a.jones@contoso.com\"]}");
        assertThat(write(row(Datasets.GROUP_DETAILS, "id", "1", "mail", "all@contoso.com")))
                .contains("\"_addresses\":[\"all@contoso.com\"]}");
        assertThat(write(row(Datasets.GROUP_DETAILS, "id", "1"))).contains("\"_addresses\":[]}");
    }

    @Test
    void every_column_of_every_dataset_has_a_writer() {
        for (Dataset dataset : Datasets.all()) {
            Row row = new Row(dataset);
            dataset.key().forEach(key -> row.set(dataset.index(key), "k"));
            assertThat(write(row)).startsWith("{\"_n\":7,").endsWith("}\n");
        }
    }

    @Test
    void a_row_is_refused_with_the_column_and_without_the_value() {
        assertThat(refusal(row(Datasets.MESSAGE, "id", "i"))).contains("puser is missing, and it is part of the key");
        assertThat(refusal(row(Datasets.MESSAGE, "id", " ", "puser", "u")))
                .contains("id is missing, and it is part of the key");
        assertThat(refusal(message("sentDateTime", "yesterday-secret"))).contains("sentDateTime is no time");
        assertThat(refusal(message("sentDateTime", "+12025-01-01T00:00:00Z"))).contains("sentDateTime is no time");
        assertThat(refusal(message("isRead", "secret"))).contains("isRead is neither true nor false");
        assertThat(refusal(message("toRecipients", "secret"))).contains("toRecipients is no list");
        assertThat(refusal(message("from", "secret"))).contains("from is no object");
        assertThat(refusal(message("importance", true))).contains("importance is no text");
        assertThat(refusal(message("parentFolderId", "x".repeat(1_000_001))))
                .contains("parentFolderId is longer than 1,000,000 characters");
        assertThat(refusal(event(struct("soon", "UTC"), null))).contains("start is no time");
    }

    @Test
    void a_refused_row_leaves_nothing_in_the_buffer() {
        LineBuffer out = new LineBuffer();
        PrivacyGate gate = new PrivacyGate(Datasets.MESSAGE);
        assertThat(gate.pass(message("isRead", "x"), 0, out)).isPresent();
        assertThat(out.length()).isZero();
    }

    @Test
    void equal_keys_have_equal_hashes_in_rows_and_removals() {
        PrivacyGate gate = new PrivacyGate(Datasets.MESSAGE);
        LineBuffer out = new LineBuffer();
        gate.pass(message("importance", "low"), 0, out);
        long first = gate.keyHash();
        gate.passRemoval(List.of(" i", "u"), 1, out);
        assertThat(gate.keyHash()).isEqualTo(first);
        gate.passRemoval(List.of("u", "i"), 1, out);
        assertThat(gate.keyHash()).isNotEqualTo(first);
        assertThatThrownBy(() -> gate.passRemoval(List.of("i"), 1, out)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> gate.passRemoval(List.of("i", " "), 1, out))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Row message(Object... more) {
        Row row = row(Datasets.MESSAGE, more);
        row.set(Datasets.MESSAGE.index("id"), "i");
        row.set(Datasets.MESSAGE.index("puser"), "u");
        return row;
    }

    private static Row event(Object start, @org.jspecify.annotations.Nullable Object end) {
        return row(Datasets.CALENDAR_VIEW, "id", "i", "puser", "u", "start", start, "end", end);
    }

    private static Optional<String> refusal(Row row) {
        return new PrivacyGate(row.dataset()).pass(row, 0, new LineBuffer());
    }

    private static String write(Row row) {
        LineBuffer out = new LineBuffer();
        assertThat(new PrivacyGate(row.dataset()).pass(row, 7, out)).isEmpty();
        return text(out);
    }

    private static String text(LineBuffer buffer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            buffer.drainTo(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
