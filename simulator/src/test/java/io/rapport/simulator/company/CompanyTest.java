package io.rapport.simulator.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CompanyTest {

    private static final Company COMPANY = Company.found(new CompanyPlan(3, 200, 120, YearMonth.of(2025, 1)));
    private static final Instant LATER = COMPANY.begin().plus(Duration.ofDays(700));

    @Test
    void nobody_shares_an_address_or_an_id() {
        Set<String> taken = new HashSet<>();
        for (Person person : COMPANY.people()) {
            assertThat(taken.add(person.id())).isTrue();
            if (!person.isGuest()) {
                assertThat(taken.add(person.mail())).isTrue();
                assertThat(person.aliases()).allMatch(taken::add);
            }
        }
        COMPANY.lists()
                .forEach(list -> assertThat(taken.add(list.party().address())).isTrue());
        COMPANY.contacts()
                .forEach(contact ->
                        assertThat(taken.add(contact.party().address())).isTrue());
    }

    @Test
    void all_addresses_are_reserved_for_examples() {
        assertThat(COMPANY.people()).extracting(Person::mail).allMatch(mail -> mail.endsWith(".example"));
        assertThat(COMPANY.contacts())
                .extracting(contact -> contact.party().address())
                .allMatch(address -> address.endsWith(".example"));
    }

    @Test
    void lists_reach_people_through_lists() {
        MailingList everybody = COMPANY.everybody();

        assertThat(everybody.people()).isEmpty();
        assertThat(everybody.reach().cardinality()).isEqualTo(200);
        assertThat(COMPANY.customerTeams().reach().cardinality()).isBetween(80, 180);
        assertThat(COMPANY.lists())
                .anyMatch(list -> list.people().stream()
                        .anyMatch(person -> COMPANY.people().get(person).isGuest()));
    }

    @Test
    void there_is_everything_that_a_directory_has() {
        List<Person> people = COMPANY.people();

        assertThat(people).anyMatch(person -> person.mailboxState(LATER) == MailboxState.ON_PREMISES);
        assertThat(people).anyMatch(person -> person.isEmployee() && person.mailboxState(LATER) == MailboxState.NONE);
        assertThat(people).anyMatch(person -> person.mailboxState(LATER) == MailboxState.SOFT_DELETED);
        assertThat(people).anyMatch(person -> person.isInDirectory(LATER) && !person.isInDirectory(COMPANY.begin()));
        assertThat(people).anyMatch(person -> person.isEmployee() && !person.isEnabled(LATER));
        assertThat(people)
                .anyMatch(person -> !person.findDepartment(LATER).equals(person.findDepartment(COMPANY.begin())));
        assertThat(people)
                .anyMatch(Person::isSharedMailbox)
                .noneMatch(person -> person.isSharedMailbox() && person.isValidUser(LATER));
        assertThat(people).extracting(person -> person.office().region()).contains("EUR", "NAM");
        assertThat(people).filteredOn(person -> person.isValidUser(LATER)).hasSizeBetween(120, 190);
    }

    @Test
    void customers_behave_in_every_way() {
        assertThat(COMPANY.accounts()).extracting(Account::behaviour).contains(Behaviour.values());
        assertThat(COMPANY.accounts())
                .filteredOn(account -> account.behaviour() == Behaviour.ONE_PERSON)
                .allMatch(account -> account.team().size() == 1);
    }

    @Test
    void a_plan_that_can_not_be_is_refused_with_all_its_problems() {
        assertThatThrownBy(() -> new CompanyPlan(1, 1, 0, YearMonth.of(2025, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("people is 1")
                .hasMessageContaining("accounts is 0");
    }
}
