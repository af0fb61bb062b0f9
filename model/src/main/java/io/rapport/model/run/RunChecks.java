package io.rapport.model.run;

import io.rapport.core.error.RapportException;
import io.rapport.model.engine.Parameters;
import io.rapport.model.engine.Session;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a run refuses, each checked as soon as the models that show it are built. */
final class RunChecks {

    static final int FEWEST_PEOPLE = 2;
    static final int MOST_PEOPLE = 2_500;

    private final Session session;
    private final Parameters parameters;

    RunChecks(Session session, Parameters parameters) {
        this.session = session;
        this.parameters = parameters;
    }

    /** Before any model: is there anything to count up to the as-of date? */
    void landed() {
        LocalDate first = (LocalDate) value("""
                select min(day)
                from (
                    select local_date(min(coalesce(sent_at, received_at))) as day from message_row
                    union all
                    select local_date(min(start_at)) as day from event_row
                ) as d
                """);
        if (first != null && first.isAfter(parameters.runDate())) {
            throw new RapportException(
                    RunError.AS_OF_BEFORE_DATA,
                    "As of " + parameters.runDate() + " there is nothing to count: the first email or meeting that has"
                            + " landed is of " + first + ". Choose an as-of date from then on (asOf in the spec, or"
                            + " --as-of), or import older exports.");
        }
    }

    /** After a model: what it shows may end the run. */
    void after(String model) {
        switch (model) {
            case "excluded_user" -> excludedGroup();
            case "listed_person" -> listedPeople();
            case "account_ancestor" -> parents();
            default -> {}
        }
    }

    private void excludedGroup() {
        if (!parameters.excludeGroup().isEmpty()
                && count("select count(*) from group_address where address = exclude_group()") == 0) {
            throw new RapportException(
                    RunError.UNKNOWN_GROUP,
                    "The group to exclude (options.excludeGroup) is no group of the directory, so nobody would be left"
                            + " out. Check its address, or import GroupDetails_v0 and GroupMembers_v0 first.");
        }
    }

    private void listedPeople() {
        long people = count("select count(*) from listed_person");
        if (people < FEWEST_PEOPLE || people > MOST_PEOPLE) {
            long chosen = count("select count(*) from selected_address");
            throw new RapportException(
                    RunError.SELECTION_SIZE,
                    "The selection of " + plural(chosen, "address", "addresses") + " comes to "
                            + plural(people, "person", "people") + ", groups resolved; it must be at least "
                            + FEWEST_PEOPLE
                            + " and at most 2,500. Change selection in the spec, or import the directory"
                            + " (User_v1, GroupDetails_v0, GroupMembers_v0) if groups are in it.");
        }
    }

    private void parents() {
        List<List<@Nullable Object>> cycle = session.rows(
                "select account_id from account_ancestor where account_id = ancestor_id order by account_id limit 5");
        if (!cycle.isEmpty()) {
            String ids = cycle.stream()
                    .map(row -> String.valueOf(row.get(0)))
                    .toList()
                    .toString();
            throw new RapportException(
                    RunError.PARENT_CYCLE,
                    "Accounts are their own parents, by way of others: " + ids.substring(1, ids.length() - 1)
                            + (cycle.size() == 5 ? " and perhaps more" : "")
                            + ". Mend the parent column of the accounts file, or set options.rollUp to false.");
        }
    }

    private long count(String select) {
        Object value = value(select);
        return value instanceof Number number ? number.longValue() : 0;
    }

    private @Nullable Object value(String select) {
        return session.rows(select).get(0).get(0);
    }

    private static String plural(long count, String one, String many) {
        return String.format(java.util.Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
    }
}
