package io.rapport.simulator.mail;

import io.rapport.simulator.chance.Chance;
import io.rapport.simulator.company.Account;
import io.rapport.simulator.company.Behaviour;
import io.rapport.simulator.company.Company;
import io.rapport.simulator.company.MailingList;
import io.rapport.simulator.company.Person;
import io.rapport.simulator.worktime.PersonIndex;
import io.rapport.simulator.worktime.WorkClock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** All correspondences of a company, and which of them can reach whom. Immutable and thread-safe. */
public final class Correspondences {

    /** Effective working days of a year, and emails of a thread, as {@link AccountThread} and others write them. */
    private static final double DAYS = 244;

    private static final double ACCOUNT_THREAD = 2.45;
    private static final double GROUP_THREAD = 1.45;
    private static final double STRANGER_THREAD = 1.2;
    private static final double ACCOUNT_SHARE = 0.37;
    private static final double GROUP_SHARE = 0.47;
    private static final double STRANGER_SHARE = 0.14;
    private static final int SUBSCRIBERS_PER_MILLE = 10;

    private final Company company;
    private final WorkClock clock;
    private final List<Correspondence> all = new ArrayList<>();
    private final PersonIndex index;

    public Correspondences(Company company) {
        this.company = company;
        this.clock = new WorkClock(company.plan().firstMonth());
        this.index = new PersonIndex(company.people().size());
        addAccounts();
        addGroups();
        addStrangers();
        index.close();
    }

    public Company company() {
        return company;
    }

    /** Every email sent in the span, each once, the correspondences one after the other. */
    public void emails(Instant from, Instant until, Consumer<Email> to) {
        all.forEach(each -> span(each, Correspondence.EVERYBODY, from, until, to));
    }

    /** The emails of the span that may concern a person; others may be among them. */
    public void emails(int person, Instant from, Instant until, Consumer<Email> to) {
        for (int number : index.of(person)) {
            span(all.get(number), person, from, until, to);
        }
    }

    private void span(Correspondence each, int person, Instant from, Instant until, Consumer<Email> to) {
        long first = Math.max(from.getEpochSecond(), company.begin().getEpochSecond());
        long last = until.getEpochSecond();
        int firstMonth = Math.max(0, clock.month(from.minus(Correspondence.LONGEST_THREAD_DAYS + 1L, ChronoUnit.DAYS)));
        // A moment's month is that of the office, which may be a day ahead.
        int lastMonth = clock.month(until.plus(1, ChronoUnit.DAYS));
        Consumer<Email> within = email -> {
            if (email.sentSecond() >= first && email.sentSecond() < last) {
                to.accept(email);
            }
        };
        for (int month = firstMonth; month <= lastMonth; month++) {
            each.emails(month, person, within);
        }
    }

    private void addAccounts() {
        AccountRoutes routes = new AccountRoutes(company);
        double weights = 0;
        for (Account account : company.accounts()) {
            weights += account.weight() * account.behaviour().meanLevel() / 1000;
        }
        double threads = company.plan().emailsPerYear() * ACCOUNT_SHARE / DAYS / ACCOUNT_THREAD;
        for (Account account : company.accounts()) {
            if (account.behaviour() != Behaviour.SILENT && !account.team().isEmpty()) {
                long rate = (long) (1_000_000 * threads * account.weight() / weights);
                int number = add(new AccountMail(company, clock, account, rate, routes));
                routes.reached(account, person -> index.add(person, number));
            }
            if (account.newslettersPerMonth() > 0) {
                List<Integer> subscribers = subscribers(account);
                int number = add(new NewsletterMail(company, clock, account, subscribers));
                subscribers.forEach(person -> index.add(person, number));
            }
        }
    }

    /** Those who look after the account, and one in a hundred of the others. */
    private List<Integer> subscribers(Account account) {
        long key = Chance.mix(Chance.key(company.plan().seed(), "subscribers"), account.index());
        List<Integer> subscribers = new ArrayList<>(account.team());
        for (int person = 0; person < company.plan().people(); person++) {
            if (Chance.isWithin(Chance.mix(key, person), SUBSCRIBERS_PER_MILLE) && !subscribers.contains(person)) {
                subscribers.add(person);
            }
        }
        return List.copyOf(subscribers);
    }

    private void addGroups() {
        List<MailingList> groups = company.lists().stream()
                .filter(list -> list.lists().isEmpty() && list.people().size() > 1)
                .toList();
        int members = groups.stream().mapToInt(group -> group.people().size()).sum();
        double threads = company.plan().emailsPerYear() * GROUP_SHARE / DAYS / GROUP_THREAD;
        for (MailingList group : groups) {
            long rate = (long) (1_000_000 * threads * group.people().size() / members);
            int number = add(new GroupMail(company, clock, group, rate));
            group.people().forEach(person -> index.add(person, number));
        }
        for (MailingList list : company.lists()) {
            if (!list.lists().isEmpty()) {
                int number = add(new ListMail(company, clock, list));
                list.reach().stream().forEach(person -> index.add(person, number));
            }
        }
    }

    private void addStrangers() {
        double threads = company.plan().emailsPerYear() * STRANGER_SHARE / DAYS / STRANGER_THREAD;
        long rate = (long) (1_000_000 * threads / company.plan().people());
        for (Person person : company.people()) {
            if (!person.isGuest()) {
                int number = add(new StrangerMail(company, clock, person.index(), rate));
                index.add(person.index(), number);
            }
        }
    }

    private int add(Correspondence correspondence) {
        all.add(correspondence);
        return all.size() - 1;
    }
}
