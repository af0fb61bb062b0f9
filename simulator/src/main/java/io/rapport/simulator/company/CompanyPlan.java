package io.rapport.simulator.company;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * All that a company is made from: the same plan, the same company, to the byte.
 *
 * @param seed any number
 * @param people employees with an account of their own, those who join and leave included; 4 to 50,000. Guests and
 *     shared mailboxes come on top
 * @param accounts customers; 1 to 100,000
 * @param firstMonth the month in which its mail begins; it never ends
 * @param emailsPerYear about how many emails are exchanged in a year, each counted once
 */
public record CompanyPlan(long seed, int people, int accounts, YearMonth firstMonth, long emailsPerYear) {

    private static final int MOST_PEOPLE = 50_000;
    private static final int MOST_ACCOUNTS = 100_000;
    private static final int LEAST_PEOPLE = 4;
    private static final int USUAL_EMAILS_PER_PERSON = 900;
    private static final long MOST_EMAILS = 1_000_000_000L;

    public CompanyPlan {
        List<String> problems = new ArrayList<>();
        if (people < LEAST_PEOPLE || people > MOST_PEOPLE) {
            problems.add("people is " + people + "; it is " + LEAST_PEOPLE + " to " + MOST_PEOPLE);
        }
        if (accounts < 1 || accounts > MOST_ACCOUNTS) {
            problems.add("accounts is " + accounts + "; it is 1 to " + MOST_ACCOUNTS);
        }
        if (firstMonth.getYear() < 2000 || firstMonth.getYear() > 2100) {
            problems.add("the first month is " + firstMonth + "; its year is 2000 to 2100");
        }
        if (emailsPerYear < 1 || emailsPerYear > MOST_EMAILS) {
            problems.add("emails a year are " + emailsPerYear + "; they are 1 to " + MOST_EMAILS);
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("This company can't be founded: " + String.join("; ", problems) + ".");
        }
    }

    /** With the usual volume of mail. */
    public CompanyPlan(long seed, int people, int accounts, YearMonth firstMonth) {
        this(seed, people, accounts, firstMonth, (long) people * USUAL_EMAILS_PER_PERSON);
    }
}
