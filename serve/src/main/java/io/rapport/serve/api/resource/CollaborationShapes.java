package io.rapport.serve.api.resource;

import io.rapport.model.report.Collaboration;
import io.rapport.serve.api.operation.Shape;
import io.rapport.serve.insight.KeptCollaboration;
import java.util.LinkedHashMap;
import java.util.Map;

/** How departments work, as the API tells it: what is not published is not there. */
final class CollaborationShapes {

    static final Shape<Collaboration.Week> WEEK = Shape.of(
                    Collaboration.Week.class, "CollaborationWeek", "A week of a group of people.")
            .day("week", "Its Monday.", Collaboration.Week::start)
            .flag("isPublished", "Whether enough people stand behind its numbers.", Collaboration.Week::isPublished)
            .flag(
                    "isWithheld",
                    "Whether it is not published because of a few people who left since.",
                    Collaboration.Week::isWithheld)
            .flag(
                    "isHoliday",
                    "Whether the group did far less than in the weeks around.",
                    Collaboration.Week::isHoliday)
            .countOrNull(
                    "people",
                    "With any activity; null where the week is not published.",
                    week -> week.isPublished() ? week.people() : null)
            .open("values", "The metrics that are published, by their words.", CollaborationShapes::values)
            .build();

    static final Shape<Collaboration.Group> GROUP = Shape.of(
                    Collaboration.Group.class, "CollaborationGroup", "A department, or all published ones together.")
            .text("department", "Its name; empty for none, and for all together.", Collaboration.Group::name)
            .flag("isTotal", "Whether these are all together.", Collaboration.Group::isTotal)
            .many("weeks", "One for each counted week.", WEEK, Collaboration.Group::weeks)
            .build();

    static final Shape<Collaboration.Exchange> EXCHANGE = Shape.of(
                    Collaboration.Exchange.class, "CollaborationExchange", "Emails from one department to another.")
            .text("from", "The senders' department.", Collaboration.Exchange::from)
            .text("to", "The receivers' department.", Collaboration.Exchange::to)
            .day("week", "Its Monday.", Collaboration.Exchange::week)
            .count("emails", "Each counted once.", Collaboration.Exchange::emails)
            .count("senders", "People who sent any.", Collaboration.Exchange::senders)
            .count("receivers", "People who received any.", Collaboration.Exchange::receivers)
            .number(
                    "emailsPerPerson",
                    "Per person of the senders' department with any activity in that week.",
                    Collaboration.Exchange::emailsPerPerson)
            .build();

    static final Shape<KeptCollaboration> COLLABORATION = Shape.of(
                    KeptCollaboration.class,
                    "Collaboration",
                    "How departments work and whom they write to, week by week; nothing of fewer people than the minimum.")
            .time("countedAt", "When it was counted.", KeptCollaboration::countedAt)
            .day("day", "The day after which no week counts.", KeptCollaboration::day)
            .text(
                    "timeZone",
                    "Of people whose own one is not known.",
                    kept -> kept.report().zone().getId())
            .count(
                    "snapshot",
                    "The lake's commit that was read.",
                    kept -> kept.report().snapshot())
            .count("minimumPeople", "The fewest people behind a number.", kept ->
                    (long) kept.report().minimumPeople())
            .many(
                    "groups",
                    "All together first, then by name.",
                    GROUP,
                    kept -> kept.report().groups())
            .many(
                    "exchanges",
                    "As far as they are published.",
                    EXCHANGE,
                    kept -> kept.report().exchanges())
            .build();

    private CollaborationShapes() {}

    private static Map<String, Double> values(Collaboration.Week week) {
        Map<String, Double> values = new LinkedHashMap<>();
        week.values().forEach((metric, value) -> values.put(metric.word(), value));
        return values;
    }
}
