package io.rapport.simulator.mail;

import io.rapport.simulator.chance.Chance;
import io.rapport.simulator.chance.Draws;
import io.rapport.simulator.company.Company;
import io.rapport.simulator.company.MailingList;
import io.rapport.simulator.company.Office;
import io.rapport.simulator.company.Party;
import io.rapport.simulator.worktime.MonthDays;
import io.rapport.simulator.worktime.WorkClock;
import java.util.List;
import java.util.function.Consumer;

/** Announcements to a list, always by the same few. */
final class ListMail implements Correspondence {

    private static final int ANNOUNCERS = 3;
    private static final long RATE = 170_000;

    private final Company company;
    private final WorkClock clock;
    private final MailingList list;
    private final List<Integer> announcers;
    private final long key;

    ListMail(Company company, WorkClock clock, MailingList list) {
        this.company = company;
        this.clock = clock;
        this.list = list;
        this.announcers = list.reach().stream()
                .filter(person -> company.people().get(person).isEmployee())
                .limit(ANNOUNCERS)
                .boxed()
                .toList();
        this.key = Chance.mix(Chance.key(company.plan().seed(), "list mail"), list.index());
    }

    @Override
    public void emails(int month, int person, Consumer<Email> to) {
        long monthKey = Chance.mix(key, month);
        MonthDays days = MonthDays.of(clock, Office.LONDON, month, MonthDays.Level.USUAL);
        int count = announcers.isEmpty() ? 0 : days.count(RATE, monthKey);
        for (int i = 0; i < count; i++) {
            Draws draws = new Draws(Chance.mix(monthKey, 100 + i));
            int sender = draws.of(announcers);
            long second = clock.moment(company.people().get(sender).office(), days.day(draws), draws);
            if (company.canMail(sender, second)) {
                Party from = company.party(sender);
                Conversation conversation = new Conversation(draws.next(), draws.next());
                to.accept(new Email(
                        Email.Kind.ANNOUNCEMENT,
                        draws.next(),
                        conversation,
                        0,
                        second,
                        from,
                        from,
                        List.of(list.party()),
                        List.of(),
                        List.of()));
            }
        }
    }
}
