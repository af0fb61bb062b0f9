package io.rapport.simulator.meeting;

import io.rapport.simulator.chance.Chance;
import io.rapport.simulator.chance.Draws;
import io.rapport.simulator.company.Account;
import io.rapport.simulator.company.AccountContact;
import io.rapport.simulator.company.Company;
import io.rapport.simulator.company.Office;
import io.rapport.simulator.company.Party;
import io.rapport.simulator.worktime.MonthDays;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Meetings with a customer: a series while things are lively, and single ones. */
final class AccountMeetings implements MeetingSource {

    private static final int DAY = 86_400;
    private static final int QUIET_LEVEL = 200;
    private static final int OUTSIDE_ORGANIZER_PER_MILLE = 330;

    private final Scheduling scheduling;
    private final Company company;
    private final Account account;
    private final long rate;
    private final boolean hasSeries;
    private final long key;

    /**
     * @param rate millionths of a single meeting on a usual day
     * @param hasSeries whether a series runs beside them
     */
    AccountMeetings(Scheduling scheduling, Account account, long rate, boolean hasSeries) {
        this.scheduling = scheduling;
        this.company = scheduling.company();
        this.account = account;
        this.rate = rate;
        this.hasSeries = hasSeries;
        this.key = Chance.mix(Chance.key(company.plan().seed(), "account meetings"), account.index());
    }

    @Override
    public void meetings(int month, int person, Consumer<Meeting> to) {
        if (hasSeries) {
            Season season = Season.of(scheduling.clock(), scheduling.clock().firstDay(month));
            series(season, month, to);
            series(season.next(), month, to);
        }
        long monthKey = Chance.mix(key, month, 1);
        MonthDays days = MonthDays.of(scheduling.clock(), account.office(), month, account::level);
        int count = days.count(rate, monthKey);
        for (int i = 0; i < count; i++) {
            Draws draws = new Draws(Chance.mix(monthKey, 100 + i));
            single(days.day(draws), draws, to);
        }
    }

    private void series(Season season, int month, Consumer<Meeting> to) {
        long seriesKey = Chance.mix(key, season.number(), 2);
        Draws draws = new Draws(seriesKey);
        Sides sides = sides(season.firstDay(), draws);
        int weekday = draws.below(5);
        int weeks = draws.isWithin(250) ? 1 : draws.isWithin(600) ? 2 : 4;
        int halfHour = Scheduling.halfHour(draws);
        int length = draws.isWithin(600) ? 1_800 : 3_600;
        long created = season.firstDay() * DAY - draws.between(DAY, 15 * DAY);
        season.days(scheduling.clock(), sides.office, month, weekday, weeks, day -> {
            if (account.level(day) >= QUIET_LEVEL && sides.isComplete()) {
                Draws own = new Draws(Chance.mix(seriesKey, day));
                long start = Scheduling.second(sides.office, day, halfHour);
                held(sides, seriesKey, new Scheduling.Slot(start, length, false, created), own, to);
            }
        });
    }

    private void single(long drawnDay, Draws draws, Consumer<Meeting> to) {
        Sides sides = sides(drawnDay, draws);
        if (!sides.isComplete()) {
            return;
        }
        long day = scheduling.workday(sides.office, drawnDay);
        boolean isAllDay = draws.isWithin(30);
        long start = isAllDay ? day * DAY : Scheduling.second(sides.office, day, Scheduling.halfHour(draws));
        long length = isAllDay ? (long) draws.between(1, 2) * DAY : Scheduling.length(draws);
        long created = start - draws.between(DAY / 2, 20 * DAY);
        held(sides, 0, new Scheduling.Slot(start, length, isAllDay, created), draws, to);
    }

    private void held(Sides sides, long seriesKey, Scheduling.Slot slot, Draws draws, Consumer<Meeting> to) {
        long at = slot.startSecond();
        boolean isOurs = sides.organizerIsOurs;
        List<Invitee> invitees = new ArrayList<>();
        Party organizer = isOurs
                ? company.party(sides.insiders.get(0))
                : sides.outsiders.get(0).party();
        boolean isOrganizerThere = isOurs
                ? company.canMail(sides.insiders.get(0), at)
                : sides.outsiders.get(0).isPresent(at);
        if (!isOrganizerThere) {
            return;
        }
        for (int i = isOurs ? 1 : 0; i < sides.insiders.size(); i++) {
            int insider = sides.insiders.get(i);
            if (company.canMail(insider, at)) {
                invitees.add(Scheduling.invitee(company.party(insider), slot.createdSecond(), true, draws));
            }
        }
        for (int i = isOurs ? 0 : 1; i < sides.outsiders.size(); i++) {
            AccountContact contact = sides.outsiders.get(i);
            if (contact.isPresent(at)) {
                invitees.add(Scheduling.invitee(contact.party(), slot.createdSecond(), isOurs, draws));
            }
        }
        List<Invitee> all = Scheduling.withRoom(invitees, slot.createdSecond(), draws);
        to.accept(scheduling.meeting(Meeting.Kind.ACCOUNT, seriesKey, organizer, all, slot, draws));
    }

    private Sides sides(long day, Draws draws) {
        List<Integer> insiders = new ArrayList<>();
        for (int person : account.team()) {
            if (company.canMail(person, day * DAY) && (insiders.isEmpty() || draws.isWithin(450))) {
                insiders.add(person);
            }
        }
        List<AccountContact> outsiders = new ArrayList<>();
        for (AccountContact contact : account.contacts()) {
            if (contact.isPresent(day * DAY) && (outsiders.isEmpty() || draws.isWithin(300))) {
                outsiders.add(contact);
            }
        }
        boolean organizerIsOurs = !draws.isWithin(OUTSIDE_ORGANIZER_PER_MILLE);
        Office office = organizerIsOurs && !insiders.isEmpty()
                ? company.people().get(insiders.get(0)).office()
                : account.office();
        return new Sides(insiders, outsiders, organizerIsOurs, office);
    }

    /** Who is meant to come, and who invites. */
    private record Sides(
            List<Integer> insiders, List<AccountContact> outsiders, boolean organizerIsOurs, Office office) {

        boolean isComplete() {
            return !insiders.isEmpty() && !outsiders.isEmpty();
        }
    }
}
