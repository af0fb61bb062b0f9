package io.rapport.simulator.company;

import io.rapport.simulator.chance.Chance;
import io.rapport.simulator.chance.Draws;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fills the directory. */
final class PeopleFounding {

    private static final List<String> SHARED = List.of("Support", "Info", "Orders", "Billing", "Events", "Press");
    private static final List<String> AT_HOME = List.of("postbox.example", "homemail.example", "letterbox.example");
    private static final List<DayOfWeek> WEEK =
            List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);
    private static final int DAY = 86_400;
    private static final int PEOPLE_PER_SHARED_MAILBOX = 40;
    private static final int PEOPLE_PER_GUEST = 12;

    private final CompanyPlan plan;
    private final Names names;
    private final long key;
    private final long begin;

    PeopleFounding(CompanyPlan plan, Names names) {
        this.plan = plan;
        this.names = names;
        this.key = Chance.key(plan.seed(), "people");
        this.begin = plan.firstMonth().atDay(1).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    }

    List<Person> employeesAndSharedMailboxes() {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < plan.people(); i++) {
            people.add(employee(i));
        }
        int shared = Math.min(SHARED.size(), 1 + plan.people() / PEOPLE_PER_SHARED_MAILBOX);
        for (int i = 0; i < shared; i++) {
            people.add(sharedMailbox(plan.people() + i, SHARED.get(i)));
        }
        return people;
    }

    /** Adds guests: people of customers who were let in. */
    void guests(List<AccountContact> contacts, List<Person> people) {
        int guests = Math.min(contacts.size() / 3, plan.people() / PEOPLE_PER_GUEST);
        for (int i = 0; i < guests; i++) {
            AccountContact contact = contacts.get((int) ((long) i * contacts.size() / guests));
            people.add(guest(people.size(), contact));
        }
    }

    private Person employee(int index) {
        long personKey = Chance.mix(key, index);
        Draws draws = new Draws(personKey);
        PersonName name = names.person(personKey);
        String local = name.given() + "." + name.family();
        String mail = names.address(local, Company.DOMAIN);
        String login = mail.substring(0, mail.indexOf('@'));
        List<String> aliases = new ArrayList<>();
        if (draws.isWithin(350)) {
            aliases.add(names.address(name.given().charAt(0) + name.family(), Company.DOMAIN));
        }
        if (draws.isWithin(100)) {
            aliases.add(names.address(
                    name.given() + "." + names.person(draws.next()).family(), Company.DOMAIN));
        }
        String principal = draws.isWithin(150) ? login + "@" + Company.INITIAL_DOMAIN : mail;
        Office office = Office.drawn(draws.below(1000));
        Career career = career(draws, index);
        WorkingHours hours = hours(draws);
        MailboxLife life = life(draws);
        String atHome = draws.isWithin(250) ? names.address(login + draws.between(2, 98), draws.of(AT_HOME)) : null;
        return person(
                index,
                Person.Kind.EMPLOYEE,
                personKey,
                name,
                principal,
                mail,
                aliases,
                office,
                career,
                hours,
                life,
                atHome);
    }

    private Person sharedMailbox(int index, String title) {
        PersonName name = new PersonName(title, "");
        String mail = names.address(title, Company.DOMAIN);
        Career career = new Career(Department.SUPPORT, "", Department.SUPPORT, "", Long.MAX_VALUE);
        MailboxLife life = new MailboxLife(begin - 3_000L * DAY, Long.MAX_VALUE, true, MailboxState.ACTIVE);
        WorkingHours hours = new WorkingHours(WEEK, LocalTime.of(9, 0), LocalTime.of(17, 0));
        return person(
                index,
                Person.Kind.SHARED_MAILBOX,
                Chance.mix(key, index),
                name,
                mail,
                mail,
                List.of(),
                Office.LONDON,
                career,
                hours,
                life,
                null);
    }

    private Person guest(int index, AccountContact contact) {
        long personKey = Chance.mix(key, index);
        Draws draws = new Draws(personKey);
        String display = contact.party().name();
        int blank = display.indexOf(' ');
        PersonName name = new PersonName(display.substring(0, blank), display.substring(blank + 1));
        String mail = contact.party().address();
        String principal = mail.replace('@', '_') + "#ext#@" + Company.INITIAL_DOMAIN;
        Career career = new Career(Department.SALES, "", Department.SALES, "", Long.MAX_VALUE);
        long from = begin + draws.between(-400, 300) * (long) DAY;
        long until = draws.isWithin(150) ? from + draws.between(60, 500) * (long) DAY : Long.MAX_VALUE;
        MailboxLife life = new MailboxLife(from, until, false, MailboxState.NONE);
        WorkingHours hours = new WorkingHours(WEEK, LocalTime.of(9, 0), LocalTime.of(17, 0));
        return person(
                index,
                Person.Kind.GUEST,
                personKey,
                name,
                principal,
                mail,
                List.of(),
                Office.LONDON,
                career,
                hours,
                life,
                null);
    }

    private static Person person(
            int index,
            Person.Kind kind,
            long personKey,
            PersonName name,
            String principal,
            String mail,
            List<String> aliases,
            Office office,
            Career career,
            WorkingHours hours,
            MailboxLife life,
            @Nullable String atHome) {
        return new Person(
                index,
                kind,
                Names.guid(Chance.mix(personKey, 11)),
                Names.guid(Chance.mix(personKey, 12)),
                name,
                principal,
                mail,
                aliases,
                office,
                career,
                hours,
                life,
                atHome);
    }

    private Career career(Draws draws, int index) {
        // The first eight people sit in eight departments, so that the smallest company has all that matter.
        Department[] all = Department.values();
        Department first = index < all.length ? all[index] : Department.drawn(draws.below(1000));
        String title = draws.of(first.jobTitles());
        if (!draws.isWithin(40)) {
            return new Career(first, title, first, title, Long.MAX_VALUE);
        }
        Department next = Department.drawn(draws.below(1000));
        return new Career(first, title, next, draws.of(next.jobTitles()), begin + draws.between(40, 700) * (long) DAY);
    }

    private static WorkingHours hours(Draws draws) {
        List<DayOfWeek> days = draws.isWithin(80) ? WEEK.subList(0, 4) : WEEK;
        int start = draws.between(15, 19);
        return new WorkingHours(
                days, LocalTime.of(start / 2, start % 2 * 30), LocalTime.of((start + 17) / 2, (start + 17) % 2 * 30));
    }

    /** Four of five were here before; some join, some leave, in the first two years and a half. */
    private MailboxLife life(Draws draws) {
        long joined = begin + (draws.isWithin(820) ? -draws.between(30, 3_000) : draws.between(1, 900)) * (long) DAY;
        long left = draws.isWithin(80)
                ? Math.max(begin, joined) + draws.between(45, 800) * (long) DAY + 61_200
                : Long.MAX_VALUE;
        int drawn = draws.below(1000);
        MailboxState place =
                drawn < 20 ? MailboxState.ON_PREMISES : drawn < 50 ? MailboxState.NONE : MailboxState.ACTIVE;
        return new MailboxLife(joined, left, true, place);
    }
}
