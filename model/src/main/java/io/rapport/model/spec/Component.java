package io.rapport.model.spec;

import java.util.Arrays;
import java.util.Optional;

/** What an engagement score is made of, version 1, in the contract's order. */
public enum Component {
    EMAILS_FROM_ACCOUNT("NoOfEmails_FromAccount", 20),
    EMAILS_TO_ACCOUNT("NoOfEmails_ToAccount", 10),
    MEETINGS_FROM_ACCOUNT("NoOfMeetings_FromAccount", 15),
    MEETINGS_TO_ACCOUNT("NoOfMeetings_ToAccount", 15),
    CONTACTS_INVOLVED_EMAILS("NoOfContactsInvolved_Emails", 5),
    CONTACTS_INVOLVED_MEETINGS("NoOfContactsInvolved_Meetings", 5),
    ACCOUNT_CONTACTS_INVOLVED_EMAILS("NoOfAccountContactsInvolved_Emails", 10),
    ACCOUNT_CONTACTS_INVOLVED_MEETINGS("NoOfAccountContactsInvolved_Meetings", 10),
    /** The smaller of the days since the last email and the last meeting; fewer is better. */
    RECENCY("Recency", 10);

    private final String columnName;
    private final int defaultWeight;

    Component(String columnName, int defaultWeight) {
        this.columnName = columnName;
        this.defaultWeight = defaultWeight;
    }

    /** Its name in a spec's weights, in the score table, and (but for Recency) as a column of the output table. */
    public String columnName() {
        return columnName;
    }

    public int defaultWeight() {
        return defaultWeight;
    }

    /** The component of an exact name. */
    public static Optional<Component> find(String columnName) {
        return Arrays.stream(values())
                .filter(component -> component.columnName.equals(columnName))
                .findFirst();
    }
}
