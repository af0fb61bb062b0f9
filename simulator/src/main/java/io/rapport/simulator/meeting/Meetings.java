package io.rapport.simulator.meeting;

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

/** All meetings of a company, and which of them can concern whom. Immutable and thread-safe. */
public final class Meetings {

    /** Single meetings of all accounts on a usual day, for each person of the company. */
    private static final double RATE_PER_PERSON = 0.12;

    private static final int SERIES_PER_MILLE = 550;

    private final Company company;
    private final WorkClock clock;
    private final List<MeetingSource> all = new ArrayList<>();
    private final PersonIndex index;

    public Meetings(Company company) {
        this.company = company;
        this.clock = new WorkClock(company.plan().firstMonth());
        this.index = new PersonIndex(company.people().size());
        Scheduling scheduling = new Scheduling(company, clock);
        addAccounts(scheduling);
        for (MailingList group : company.lists()) {
            if (group.lists().isEmpty() && group.people().size() > 1) {
                int number = add(new GroupMeetings(scheduling, group));
                group.people().forEach(person -> index.add(person, number));
            }
        }
        for (Person person : company.people()) {
            if (person.isEmployee()) {
                index.add(person.index(), add(new PersonalMeetings(scheduling, person.index())));
            }
        }
        index.close();
    }

    public Company company() {
        return company;
    }

    /** Every meeting that begins in the span, before or after it is moved; each once, none before the company's begin. */
    public void meetings(Instant from, Instant until, Consumer<Meeting> to) {
        all.forEach(each -> span(each, MeetingSource.EVERYBODY, from, until, to));
    }

    /** The meetings of the span that may concern a person; others may be among them. */
    public void meetings(int person, Instant from, Instant until, Consumer<Meeting> to) {
        for (int number : index.of(person)) {
            span(all.get(number), person, from, until, to);
        }
    }

    private void span(MeetingSource each, int person, Instant from, Instant until, Consumer<Meeting> to) {
        // Workdays are sought up to twelve days ahead of the day that was drawn, and meetings moved by some.
        int firstMonth = Math.max(0, clock.month(from.minus(12L + MeetingSource.FARTHEST_MOVE_DAYS, ChronoUnit.DAYS)));
        int lastMonth = clock.month(until.plus(MeetingSource.FARTHEST_MOVE_DAYS, ChronoUnit.DAYS));
        long begin = Math.max(from.getEpochSecond(), company.begin().getEpochSecond());
        long end = until.getEpochSecond();
        for (int month = firstMonth; month <= lastMonth; month++) {
            each.meetings(month, person, meeting -> {
                if (isWithin(meeting, begin, end)) {
                    to.accept(meeting);
                }
            });
        }
    }

    private static boolean isWithin(Meeting meeting, long begin, long end) {
        long earliest = Math.min(meeting.firstStartSecond(), meeting.startSecond());
        long latest = Math.max(meeting.firstStartSecond(), meeting.startSecond()) + meeting.lengthSeconds();
        return earliest < end && latest > begin;
    }

    private void addAccounts(Scheduling scheduling) {
        double weights = 0;
        for (Account account : company.accounts()) {
            weights += account.weight();
        }
        long seed = Chance.key(company.plan().seed(), "series");
        for (Account account : company.accounts()) {
            boolean isTalkative =
                    account.behaviour() != Behaviour.SILENT && account.behaviour() != Behaviour.NEWSLETTER;
            if (isTalkative && !account.team().isEmpty()) {
                long rate = (long) (1_000_000 * RATE_PER_PERSON * company.plan().people() * account.weight() / weights);
                boolean hasSeries = Chance.isWithin(Chance.mix(seed, account.index()), SERIES_PER_MILLE)
                        && account.team().size() > 1;
                int number = add(new AccountMeetings(scheduling, account, rate, hasSeries));
                account.team().forEach(person -> index.add(person, number));
            }
        }
    }

    private int add(MeetingSource source) {
        all.add(source);
        return all.size() - 1;
    }
}
