package io.rapport.simulator.truth;

import io.rapport.simulator.company.Company;
import io.rapport.simulator.company.MailingList;
import io.rapport.simulator.company.Person;
import io.rapport.simulator.export.ExportPlan;
import io.rapport.simulator.mail.Correspondences;
import io.rapport.simulator.meeting.Meetings;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.Map;

/**
 * What the engagement table of an export must say: who wrote to whom and who met whom, in each account, year, month and
 * week. Counted from the emails and meetings themselves.
 */
public final class GroundTruth {

    private final Correspondences correspondences;
    private final Meetings meetings;
    private final ExportPlan plan;
    private final ZoneId zone;

    /** @param zone the reporting time zone */
    public GroundTruth(Correspondences correspondences, Meetings meetings, ExportPlan plan, ZoneId zone) {
        this.correspondences = correspondences;
        this.meetings = meetings;
        this.plan = plan;
        this.zone = zone;
    }

    /**
     * The rows of the table: one per account and year, one per month and week in which something happened.
     *
     * @param selected the list whose members are listed; shared mailboxes are listed too
     * @param asOf the as-of date
     */
    public Map<Period, Tally> count(MailingList selected, LocalDate asOf) {
        Company company = correspondences.company();
        BitSet listed = new BitSet();
        for (Person person : company.people()) {
            boolean isMember = selected.reaches(person.index()) && person.isEmployee();
            if ((isMember || person.isSharedMailbox()) && person.isInDirectory(plan.at())) {
                listed.set(person.index());
            }
        }
        Addresses addresses = new Addresses(company, plan.at(), listed);
        Tallies tallies = new Tallies(company.accounts(), asOf);
        EmailTruth emails = new EmailTruth(company, addresses, plan.from(), plan.at(), zone, tallies);
        correspondences.emails(plan.from(), plan.at(), emails::take);
        emails.finish();
        MeetingTruth met = new MeetingTruth(company, addresses, plan.at(), zone, tallies);
        meetings.meetings(plan.from(), plan.calendarUntil(), met::take);
        return tallies.all();
    }
}
