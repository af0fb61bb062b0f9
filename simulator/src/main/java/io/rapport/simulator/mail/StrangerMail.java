package io.rapport.simulator.mail;

import io.rapport.simulator.chance.Chance;
import io.rapport.simulator.chance.Draws;
import io.rapport.simulator.company.Company;
import io.rapport.simulator.company.Office;
import io.rapport.simulator.company.Party;
import io.rapport.simulator.worktime.MonthDays;
import io.rapport.simulator.worktime.WorkClock;
import java.util.List;
import java.util.function.Consumer;

/** What reaches one person from outside that no customer sent: notices, junk, and now and then a conversation. */
final class StrangerMail implements Correspondence {

    private static final List<Party> NOTICES = List.of(
            stranger("Ticket desk", "no-reply@tickets-r-here.example"),
            stranger("Expenses", "notifications@tallybird.example"),
            stranger("Travel desk", "bookings@wayfarer-travel.example"),
            stranger("Industry Weekly", "editor@industry-weekly.example"),
            stranger("Calendar polls", "polls@whenworks.example"),
            stranger("Code review", "no-reply@forgeyard.example"));
    private static final int DOMAINS = 90;

    private final Company company;
    private final WorkClock clock;
    private final int person;
    private final long rate;
    private final long key;

    StrangerMail(Company company, WorkClock clock, int person, long rate) {
        this.company = company;
        this.clock = clock;
        this.person = person;
        this.rate = rate;
        this.key = Chance.mix(Chance.key(company.plan().seed(), "strangers"), person);
    }

    @Override
    public void emails(int month, int whose, Consumer<Email> to) {
        Office office = company.people().get(person).office();
        long monthKey = Chance.mix(key, month);
        MonthDays days = MonthDays.of(clock, office, month, MonthDays.Level.USUAL);
        int count = days.count(rate, monthKey);
        for (int i = 0; i < count; i++) {
            Draws draws = new Draws(Chance.mix(monthKey, 100 + i));
            long second = clock.moment(office, days.day(draws), draws);
            int drawn = draws.below(1000);
            if (drawn < 680) {
                one(Email.Kind.NEWSLETTER, draws.of(NOTICES), second, draws, to);
            } else if (drawn < 820) {
                one(Email.Kind.JUNK, junk(draws), second, draws, to);
            } else {
                conversation(office, second, draws, to);
            }
        }
    }

    private void one(Email.Kind kind, Party from, long second, Draws draws, Consumer<Email> to) {
        if (company.canMail(person, second)) {
            Conversation conversation = new Conversation(draws.next(), draws.next());
            List<Party> recipient = List.of(company.party(person));
            to.accept(new Email(
                    kind, draws.next(), conversation, 0, second, from, from, recipient, List.of(), List.of()));
        }
    }

    private void conversation(Office office, long begin, Draws draws, Consumer<Email> to) {
        Party stranger = somebody(draws);
        Conversation conversation = new Conversation(draws.next(), draws.next());
        boolean isInbound = draws.isWithin(600);
        long second = begin;
        int emails = draws.between(1, 3);
        for (int place = 0; place < emails && company.canMail(person, second); place++) {
            Party mine = company.party(person);
            Party from = isInbound ? stranger : mine;
            to.accept(new Email(
                    Email.Kind.STRANGER,
                    draws.next(),
                    conversation,
                    place,
                    second,
                    from,
                    from,
                    List.of(isInbound ? mine : stranger),
                    List.of(),
                    List.of()));
            isInbound = !isInbound;
            second = Answering.moment(clock, office, second, 150, draws);
        }
    }

    private static Party junk(Draws draws) {
        String domain = "offer" + draws.below(400) + ".example";
        return stranger("Best offer", "win" + draws.below(50) + "@" + domain);
    }

    private static Party somebody(Draws draws) {
        int number = draws.below(600);
        return stranger("Somebody " + number, "person" + number + "@partner-" + number % DOMAINS + ".example");
    }

    private static Party stranger(String name, String address) {
        return new Party(Party.Kind.STRANGER, -1, name, address);
    }
}
