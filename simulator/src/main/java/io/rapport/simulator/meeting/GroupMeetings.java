package io.rapport.simulator.meeting;

import io.rapport.simulator.chance.Chance;
import io.rapport.simulator.chance.Draws;
import io.rapport.simulator.company.Company;
import io.rapport.simulator.company.MailingList;
import io.rapport.simulator.company.Office;
import io.rapport.simulator.worktime.MonthDays;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Meetings of a team or project: one every week, others now and then, twice a year a whole day. */
final class GroupMeetings implements MeetingSource {

    private static final int DAY = 86_400;
    private static final int BY_LIST_PER_MILLE = 300;
    private static final long RATE_PER_MEMBER = 90_000;

    private final Scheduling scheduling;
    private final Company company;
    private final MailingList group;
    private final Office office;
    private final long key;

    GroupMeetings(Scheduling scheduling, MailingList group) {
        this.scheduling = scheduling;
        this.company = scheduling.company();
        this.group = group;
        this.office = company.people().get(group.people().get(0)).office();
        this.key = Chance.mix(Chance.key(company.plan().seed(), "group meetings"), group.index());
    }

    @Override
    public void meetings(int month, int person, Consumer<Meeting> to) {
        Season season = Season.of(scheduling.clock(), scheduling.clock().firstDay(month));
        series(season, month, to);
        series(season.next(), month, to);
        long monthKey = Chance.mix(key, month, 1);
        MonthDays days = MonthDays.of(scheduling.clock(), office, month, MonthDays.Level.USUAL);
        int count = days.count(RATE_PER_MEMBER * group.people().size(), monthKey);
        for (int i = 0; i < count; i++) {
            Draws draws = new Draws(Chance.mix(monthKey, 100 + i));
            single(days.day(draws), draws, to);
        }
    }

    private void series(Season season, int month, Consumer<Meeting> to) {
        long seriesKey = Chance.mix(key, season.number(), 2);
        Draws draws = new Draws(seriesKey);
        List<Integer> present = present(season.firstDay() * DAY);
        if (present.size() < 2) {
            return;
        }
        int organizer = draws.of(present);
        Office place = company.people().get(organizer).office();
        int weekday = draws.below(5);
        int halfHour = Scheduling.halfHour(draws);
        long created = season.firstDay() * DAY - draws.between(DAY, 15 * DAY);
        boolean isByList = draws.isWithin(BY_LIST_PER_MILLE);
        season.days(scheduling.clock(), place, month, weekday, 1, day -> {
            Draws own = new Draws(Chance.mix(seriesKey, day));
            long start = Scheduling.second(place, day, halfHour);
            Scheduling.Slot slot = new Scheduling.Slot(start, 2_700, false, created);
            held(organizer, isByList ? List.of() : present, seriesKey, slot, own, to);
        });
    }

    private void single(long drawnDay, Draws draws, Consumer<Meeting> to) {
        List<Integer> present = present(drawnDay * DAY);
        if (present.size() < 2) {
            return;
        }
        int organizer = draws.of(present);
        Office place = company.people().get(organizer).office();
        long day = scheduling.workday(place, drawnDay);
        boolean isAllDay = draws.isWithin(8);
        long start = isAllDay ? day * DAY : Scheduling.second(place, day, Scheduling.halfHour(draws));
        long length = isAllDay ? DAY : Scheduling.length(draws);
        List<Integer> circle = new ArrayList<>(List.of(organizer));
        for (int person : present) {
            if (person != organizer && (isAllDay || circle.size() < 2 || draws.isWithin(300))) {
                circle.add(person);
            }
        }
        long created = start - draws.between(DAY / 2, 12 * DAY);
        held(organizer, circle, 0, new Scheduling.Slot(start, length, isAllDay, created), draws, to);
    }

    /** @param circle who is invited; empty: the list itself */
    private void held(
            int organizer,
            List<Integer> circle,
            long seriesKey,
            Scheduling.Slot slot,
            Draws draws,
            Consumer<Meeting> to) {
        if (!company.canMail(organizer, slot.startSecond())) {
            return;
        }
        List<Invitee> invitees = new ArrayList<>();
        for (int person : circle) {
            if (person != organizer && company.canMail(person, slot.startSecond())) {
                invitees.add(Scheduling.invitee(company.party(person), slot.createdSecond(), true, draws));
            }
        }
        if (circle.isEmpty()) {
            invitees.add(new Invitee(group.party(), Invitee.Type.REQUIRED, Answer.NONE, Long.MAX_VALUE));
        }
        List<Invitee> all = Scheduling.withRoom(invitees, slot.createdSecond(), draws);
        to.accept(scheduling.meeting(Meeting.Kind.INTERNAL, seriesKey, company.party(organizer), all, slot, draws));
    }

    private List<Integer> present(long second) {
        return group.people().stream()
                .filter(person -> company.canMail(person, second))
                .toList();
    }
}
