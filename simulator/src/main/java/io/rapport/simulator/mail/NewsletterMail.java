package io.rapport.simulator.mail;

import io.rapport.simulator.chance.Chance;
import io.rapport.simulator.chance.Draws;
import io.rapport.simulator.company.Account;
import io.rapport.simulator.company.Company;
import io.rapport.simulator.company.Party;
import io.rapport.simulator.worktime.MonthDays;
import io.rapport.simulator.worktime.WorkClock;
import java.util.List;
import java.util.function.Consumer;

/** A customer's newsletter: one way, an email of its own for each subscriber; from a few desks one to all, for all to see. */
final class NewsletterMail implements Correspondence {

    private static final int VISIBLE_PER_MILLE = 120;

    private final Company company;
    private final WorkClock clock;
    private final Account account;
    private final List<Integer> subscribers;
    private final boolean isVisible;
    private final long key;

    NewsletterMail(Company company, WorkClock clock, Account account, List<Integer> subscribers) {
        this.company = company;
        this.clock = clock;
        this.account = account;
        this.subscribers = subscribers;
        this.key = Chance.mix(Chance.key(company.plan().seed(), "newsletters"), account.index());
        this.isVisible = Chance.isWithin(key, VISIBLE_PER_MILLE);
    }

    @Override
    public void emails(int month, int person, Consumer<Email> to) {
        MonthDays days = MonthDays.of(clock, account.office(), month, MonthDays.Level.USUAL);
        for (int issue = 0; issue < account.newslettersPerMonth(); issue++) {
            Draws draws = new Draws(Chance.mix(key, month, issue));
            long second = clock.moment(account.office(), days.day(draws), draws);
            long issueKey = draws.next();
            if (isVisible) {
                toAll(second, issueKey, to);
            } else {
                toEach(second, issueKey, person, to);
            }
        }
    }

    private void toAll(long second, long issueKey, Consumer<Email> to) {
        List<Party> present = subscribers.stream()
                .filter(person -> company.canMail(person, second))
                .map(company::party)
                .toList();
        if (!present.isEmpty()) {
            to.accept(email(issueKey, second, present));
        }
    }

    private void toEach(long second, long issueKey, int person, Consumer<Email> to) {
        for (int subscriber : subscribers) {
            if ((person == EVERYBODY || person == subscriber) && company.canMail(subscriber, second)) {
                long copyKey = Chance.mix(issueKey, subscriber);
                to.accept(email(copyKey, second + Chance.below(copyKey, 240), List.of(company.party(subscriber))));
            }
        }
    }

    private Email email(long emailKey, long second, List<Party> to) {
        Conversation conversation = new Conversation(Chance.mix(emailKey, 1), Chance.mix(emailKey, 2));
        return new Email(
                Email.Kind.NEWSLETTER,
                emailKey,
                conversation,
                0,
                second,
                account.desk(),
                account.desk(),
                to,
                List.of(),
                List.of());
    }
}
