package io.rapport.simulator.mailbox;

import io.rapport.simulator.company.Company;
import io.rapport.simulator.company.CompanyPlan;
import io.rapport.simulator.company.Person;
import io.rapport.simulator.mail.Correspondences;
import java.time.Instant;
import java.time.YearMonth;

/** A small company, the same in every test. */
final class TestCompany {

    static final CompanyPlan PLAN = new CompanyPlan(7, 60, 40, YearMonth.of(2025, 9));
    static final Instant AUTUMN = Instant.parse("2025-11-20T12:00:00Z");
    static final Instant SPRING = Instant.parse("2026-04-10T17:30:00Z");

    private static final Company COMPANY = Company.found(PLAN);
    private static final Correspondences CORRESPONDENCES = new Correspondences(COMPANY);

    private TestCompany() {}

    static Company company() {
        return COMPANY;
    }

    static Correspondences correspondences() {
        return CORRESPONDENCES;
    }

    static Mailbox mailbox(int person, Instant until) {
        return Mailbox.open(CORRESPONDENCES, person(person), until);
    }

    static Person person(int index) {
        return COMPANY.people().get(index);
    }
}
