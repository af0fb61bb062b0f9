package io.rapport.simulator.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.simulator.company.Company;
import io.rapport.simulator.company.CompanyPlan;
import io.rapport.simulator.mail.Correspondences;
import io.rapport.simulator.meeting.Meetings;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same seed, the same bytes, on every machine and JDK: whoever changes the company on purpose changes these lines. */
class SameBytesTest {

    private static final Company COMPANY = Company.found(new CompanyPlan(11, 24, 12, YearMonth.of(2026, 2)));
    private static final Instant AT = Instant.parse("2026-04-09T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "USERS, 20466-8c7b8a9ddac69b36",
        "GROUPS, 7072-73916a05403b1ac4",
        "GROUP_MEMBERS, 8958-73c0e8e6155367a0",
        "MAILBOX_SETTINGS, 14792-8bfeb8ab35f1382c",
        "CONTACTS, 66760-fbd2df6e54180b5c",
        "CONTACT_ACTIVITY, 15698-c32f32a2a2e8f1f4",
        "EVENTS, 1285300-a8c5a2d61248352b",
        "MESSAGES, 14935567-3b5a70c26586ac3e"
    })
    void an_export_has_the_bytes_that_it_always_had(ExportDataset dataset, String hash)
            throws IOException, NoSuchAlgorithmException {
        CompanyExport export = new CompanyExport(
                new Correspondences(COMPANY), new Meetings(COMPANY), new ExportPlan(COMPANY.begin(), AT));
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        long bytes;
        try (InputStream rows = new DigestInputStream(export.open(dataset, export.mailboxes()), digest)) {
            bytes = rows.readAllBytes().length;
        }

        assertThat(bytes + "-" + HexFormat.of().formatHex(digest.digest(), 0, 8))
                .isEqualTo(hash);
    }
}
