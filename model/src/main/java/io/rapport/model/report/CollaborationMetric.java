package io.rapport.model.report;

import java.util.Locale;

/** What is said of a group of people in a week, with its one definition. */
public enum CollaborationMetric {
    EMAILS_SENT(
            "sent_mean",
            "Emails sent",
            Unit.COUNT,
            "Emails that a person sent, each counted once; without bulk emails. Mean over the people."),
    EMAILS_RECEIVED(
            "received_mean",
            "Emails received",
            Unit.COUNT,
            "Emails that reached a person, by name, in bcc or through a list, each counted once; without bulk emails and"
                    + " those that the person sent. Mean over the people."),
    BULK(
            "bulk_mean",
            "Bulk emails",
            Unit.COUNT,
            "Emails to more than 50 addresses that a person sent or received. Mean over the people."),
    OUTSIDE_SHARE(
            "outside_share",
            "Sent outside",
            Unit.SHARE,
            "Of the emails that a person sent, the share with at least one recipient outside the organization's domains;"
                    + " the others stay inside. Mean over the people who sent any."),
    AFTER_HOURS_SHARE(
            "after_hours_share",
            "Sent after hours",
            Unit.SHARE,
            "Of the emails that a person sent, the share that was sent outside his or her working time. Mean over the"
                    + " people who sent any."),
    REPLY_MINUTES(
            "reply_minutes",
            "Reply time",
            Unit.MINUTES,
            "From an email received to the person's first later email in the conversation, in the week of that email;"
                    + " without bulk emails, and within 14 days. Median of each person's median."),
    NETWORK_INSIDE(
            "network_inside_mean",
            "Network inside",
            Unit.COUNT,
            "Colleagues with at least one email each way in the four weeks that end with this one; without bulk emails."
                    + " Mean over the people."),
    NETWORK_OUTSIDE(
            "network_outside_mean",
            "Network outside",
            Unit.COUNT,
            "People who are no colleagues, by address, with at least one email each way in the four weeks that end with"
                    + " this one; without bulk emails. Mean over the people."),
    MEETINGS(
            "meeting_mean",
            "Meetings",
            Unit.COUNT,
            "Meetings that a person organized, accepted or tentatively accepted; all-day events are none. Mean over the"
                    + " people."),
    MEETING_HOURS(
            "meeting_hours_mean",
            "Meeting hours",
            Unit.HOURS,
            "Hours in those meetings, in the week in which they begin; time in two at once counts once. Mean over the"
                    + " people."),
    CONTACTS_ADDED("added_mean", "Contacts added", Unit.COUNT, "Signals AddContact. Mean over the people."),
    CONTACTS_CREATED("created_mean", "Contacts created", Unit.COUNT, "Signals ContactCreated. Mean over the people."),
    CONTACTS_MODIFIED(
            "modified_mean", "Contacts modified", Unit.COUNT, "Signals ContactUpdated. Mean over the people."),
    CONTACTS_DELETED("deleted_mean", "Contacts deleted", Unit.COUNT, "Signals RemoveContact. Mean over the people.");

    /** What a value is counted in. */
    public enum Unit {
        COUNT("a person"),
        /** From 0 to 1. */
        SHARE("share"),
        MINUTES("minutes"),
        HOURS("hours a person");

        private final String word;

        Unit(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    private final String column;
    private final String title;
    private final Unit unit;
    private final String definition;

    CollaborationMetric(String column, String title, Unit unit, String definition) {
        this.column = column;
        this.title = title;
        this.unit = unit;
        this.definition = definition;
    }

    /** Its column in the model {@code collaboration_department}. */
    public String column() {
        return column;
    }

    public String title() {
        return title;
    }

    public Unit unit() {
        return unit;
    }

    /** What it counts, in words for people. */
    public String definition() {
        return definition;
    }

    /** Its name in addresses and exports: {@code emailsSent}. */
    public String word() {
        String[] parts = name().toLowerCase(Locale.ROOT).split("_", -1);
        StringBuilder word = new StringBuilder(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            word.append(parts[i].substring(0, 1).toUpperCase(Locale.ROOT)).append(parts[i].substring(1));
        }
        return word.toString();
    }
}
