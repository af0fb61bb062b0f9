package io.rapport.simulator.mail;

import io.rapport.simulator.chance.Chance;
import io.rapport.simulator.chance.Draws;
import io.rapport.simulator.company.Company;
import io.rapport.simulator.company.MailingList;
import io.rapport.simulator.company.Office;
import io.rapport.simulator.company.Party;
import io.rapport.simulator.worktime.MonthDays;
import io.rapport.simulator.worktime.WorkClock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Colleagues of one team or project among each other; guests of a project are written to. */
final class GroupMail implements Correspondence {

    private static final int GOES_ON_PER_MILLE = 600;
    private static final int MOST_EMAILS = 8;
    private static final int TO_LIST_PER_MILLE = 60;
    private static final int MOST_RECIPIENTS = 9;

    private final Company company;
    private final WorkClock clock;
    private final MailingList group;
    private final long rate;
    private final long key;
    private final Office office;

    GroupMail(Company company, WorkClock clock, MailingList group, long rate) {
        this.company = company;
        this.clock = clock;
        this.group = group;
        this.rate = rate;
        this.key = Chance.mix(Chance.key(company.plan().seed(), "group mail"), group.index());
        this.office = company.people().get(group.people().get(0)).office();
    }

    @Override
    public void emails(int month, int person, Consumer<Email> to) {
        long monthKey = Chance.mix(key, month);
        MonthDays days = MonthDays.of(clock, office, month, MonthDays.Level.USUAL);
        int threads = days.count(rate, monthKey);
        for (int i = 0; i < threads; i++) {
            Draws draws = new Draws(Chance.mix(monthKey, 100 + i));
            thread(days.day(draws), person, draws, to);
        }
    }

    private void thread(long day, int person, Draws draws, Consumer<Email> to) {
        List<Integer> members = group.people();
        int sender = draws.of(members);
        List<Integer> circle = circle(sender, members, draws);
        boolean isToList = draws.isWithin(TO_LIST_PER_MILLE);
        if (person != EVERYBODY && !isToList && !circle.contains(person)) {
            return;
        }
        long begin = clock.moment(company.people().get(sender).office(), day, draws);
        Conversation conversation = new Conversation(draws.next(), draws.next());
        long second = begin;
        for (int number = 0; number < MOST_EMAILS; number++) {
            List<Party> recipients = isToList ? List.of(group.party()) : recipients(sender, circle, second);
            if (recipients.isEmpty() || !company.canMail(sender, second)) {
                return;
            }
            Party from = company.party(sender);
            int split = recipients.size() > 2 && draws.isWithin(400) ? recipients.size() / 2 : recipients.size();
            to.accept(new Email(
                    Email.Kind.INTERNAL,
                    draws.next(),
                    conversation,
                    number,
                    second,
                    from,
                    from,
                    recipients.subList(0, split),
                    recipients.subList(split, recipients.size()),
                    List.of()));
            if (!draws.isWithin(GOES_ON_PER_MILLE)) {
                return;
            }
            sender = draws.of(circle);
            second = Answering.moment(clock, company.people().get(sender).office(), second, 80, draws);
            if (second - begin > LONGEST_THREAD_DAYS * 86_400L) {
                return;
            }
        }
    }

    /** Who takes part: the one who begins, and one to eight others. */
    private static List<Integer> circle(int sender, List<Integer> members, Draws draws) {
        List<Integer> circle = new ArrayList<>();
        circle.add(sender);
        int others = 1 + (draws.below(MOST_RECIPIENTS) * draws.below(1000)) / 1000;
        for (int i = 0; i < others; i++) {
            int other = draws.of(members);
            if (!circle.contains(other)) {
                circle.add(other);
            }
        }
        return circle;
    }

    private List<Party> recipients(int sender, List<Integer> circle, long second) {
        List<Party> recipients = new ArrayList<>(circle.size());
        for (int person : circle) {
            if (person != sender && (company.canMail(person, second) || isGuest(person, second))) {
                recipients.add(company.party(person));
            }
        }
        return recipients;
    }

    private boolean isGuest(int person, long second) {
        var entry = company.people().get(person);
        return entry.isGuest() && entry.account().isPresent(second);
    }
}
