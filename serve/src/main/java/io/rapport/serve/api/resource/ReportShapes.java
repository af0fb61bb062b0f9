package io.rapport.serve.api.resource;

import io.rapport.model.report.ContactActivity;
import io.rapport.model.report.Granularity;
import io.rapport.serve.api.operation.Shape;

/** Answers about people in groups, as the API tells them. */
final class ReportShapes {

    static final Shape<ContactActivity.Counts> COUNTS = Shape.of(
                    ContactActivity.Counts.class, "ContactCounts", "Contacts.")
            .count("added", "How many were added.", ContactActivity.Counts::added)
            .count("created", "How many were created.", ContactActivity.Counts::created)
            .count("modified", "How many were modified.", ContactActivity.Counts::modified)
            .count("deleted", "How many were deleted.", ContactActivity.Counts::deleted)
            .build();

    static final Shape<ContactActivity.Period> PERIOD = Shape.of(
                    ContactActivity.Period.class, "ContactPeriod", "A day, week or month.")
            .day("start", "Its first day.", ContactActivity.Period::start)
            .one("counts", "Of its days.", COUNTS, ContactActivity.Period::counts)
            .build();

    static final Shape<ContactActivity.App> APP = Shape.of(
                    ContactActivity.App.class, "ContactApplication", "An application.")
            .text("application", "Its name.", ContactActivity.App::name)
            .one("counts", "By it.", COUNTS, ContactActivity.App::counts)
            .build();

    static final Shape<ContactActivity.Department> DEPARTMENT = Shape.of(
                    ContactActivity.Department.class,
                    "ContactDepartment",
                    "A department, or all together that are too small to be shown alone.")
            .text("department", "Its name; empty for none, and for those together.", ContactActivity.Department::name)
            .flag("isPooled", "Whether these are several together.", ContactActivity.Department::isPooled)
            .count("employees", "People in it.", ContactActivity.Department::employees)
            .one("counts", "Of them.", COUNTS, ContactActivity.Department::counts)
            .build();

    static final Shape<ContactActivity.Band> BAND = Shape.of(
                    ContactActivity.Band.class, "ContactBand", "How many employees added so many contacts.")
            .count("lowest", "The fewest.", ContactActivity.Band::lowest)
            .countOrNull("highest", "The most; null for any number.", band -> band.isOpen() ? null : band.highest())
            .count("employees", "How many.", ContactActivity.Band::employees)
            .build();

    static final Shape<ContactActivity> CONTACT_ACTIVITY = Shape.of(
                    ContactActivity.class,
                    "ContactActivity",
                    "What people do with their contacts; groups of fewer than 5 are shown with others, or not at all.")
            .day("from", "First day, inclusive.", ContactActivity::from)
            .day("to", "Last day, exclusive.", ContactActivity::to)
            .choice(
                    "by",
                    "Into which periods.",
                    Words.all(Granularity.class),
                    found -> found.by().word())
            .text("timeZone", "In which days begin.", found -> found.zone().getId())
            .count("snapshot", "The lake's commit that was read.", ContactActivity::snapshot)
            .count("employees", "With a valid mailbox, or with signals.", ContactActivity::employees)
            .one("total", "Of all in all these days.", COUNTS, ContactActivity::total)
            .many("periods", "In order, also those without a signal.", PERIOD, ContactActivity::periods)
            .many("applications", "By name.", APP, ContactActivity::apps)
            .many("departments", "None where all together are too few.", DEPARTMENT, ContactActivity::departments)
            .many("frequencyOfAdding", "None where all together are too few.", BAND, ContactActivity::adding)
            .build();

    private ReportShapes() {}
}
