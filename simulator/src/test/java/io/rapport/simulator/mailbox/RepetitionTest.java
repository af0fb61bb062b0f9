package io.rapport.simulator.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.simulator.company.Company;
import io.rapport.simulator.company.CompanyPlan;
import io.rapport.simulator.company.Person;
import io.rapport.simulator.mail.Correspondences;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

class RepetitionTest {

    /** Changes where, and only where, the company is meant to change: say so in the changelog. */
    private static final String GOLDEN = "a0cc1363260620f27c27079609a1b595655344bcf9b2f720ed84229d8ab2cb62";

    @Test
    void the_same_plan_is_the_same_mail_to_the_byte() {
        assertThat(fingerprint()).isEqualTo(GOLDEN);
    }

    @Test
    void the_machines_locale_and_zone_change_nothing() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("America/St_Johns"));
            assertThat(fingerprint()).isEqualTo(GOLDEN);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void another_seed_is_another_company() {
        Company other = Company.found(new CompanyPlan(8, 60, 40, TestCompany.PLAN.firstMonth()));

        assertThat(other.people().get(0).id())
                .isNotEqualTo(TestCompany.person(0).id());
        assertThat(other.tenantId()).isNotEqualTo(TestCompany.company().tenantId());
    }

    private static String fingerprint() {
        Company company = Company.found(TestCompany.PLAN);
        Correspondences correspondences = new Correspondences(company);
        StringBuilder text = new StringBuilder();
        company.people().forEach(text::append);
        company.lists().forEach(text::append);
        company.accounts().forEach(text::append);
        Instant at = TestCompany.SPRING;
        for (Person person : company.people().subList(0, 12)) {
            Mailbox.open(correspondences, person, at).messages(at).stream()
                    .limit(100)
                    .forEach(message ->
                            text.append(message).append(message.subject()).append(message.body()));
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
