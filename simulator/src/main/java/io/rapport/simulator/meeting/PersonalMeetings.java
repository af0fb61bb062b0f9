package io.rapport.simulator.meeting;

import io.rapport.simulator.chance.Chance;
import io.rapport.simulator.chance.Draws;
import io.rapport.simulator.company.Company;
import io.rapport.simulator.company.Office;
import io.rapport.simulator.worktime.MonthDays;
import java.util.List;
import java.util.function.Consumer;

/** What somebody puts into the calendar for oneself: an hour that is kept free, a day off. */
final class PersonalMeetings implements MeetingSource {

    private static final int DAY = 86_400;
    private static final long RATE = 90_000;

    private final Scheduling scheduling;
    private final int person;
    private final long key;

    PersonalMeetings(Scheduling scheduling, int person) {
        this.scheduling = scheduling;
        this.person = person;
        this.key = Chance.mix(Chance.key(scheduling.company().plan().seed(), "personal meetings"), person);
    }

    @Override
    public void meetings(int month, int whose, Consumer<Meeting> to) {
        Company company = scheduling.company();
        Office office = company.people().get(person).office();
        long monthKey = Chance.mix(key, month);
        MonthDays days = MonthDays.of(scheduling.clock(), office, month, MonthDays.Level.USUAL);
        int count = days.count(RATE, monthKey);
        for (int i = 0; i < count; i++) {
            Draws draws = new Draws(Chance.mix(monthKey, 100 + i));
            long day = scheduling.workday(office, days.day(draws));
            boolean isAllDay = draws.isWithin(250);
            long start = isAllDay ? day * DAY : Scheduling.second(office, day, Scheduling.halfHour(draws));
            long length = isAllDay ? (long) draws.between(1, 5) * DAY : Scheduling.length(draws);
            if (company.canMail(person, start)) {
                Scheduling.Slot slot =
                        new Scheduling.Slot(start, length, isAllDay, start - draws.between(DAY / 8, 30 * DAY));
                to.accept(scheduling.meeting(Meeting.Kind.PERSONAL, 0, company.party(person), List.of(), slot, draws));
            }
        }
    }
}
