package io.rapport.model.spec;

/** The nine components of the engagement score, in the contract's order, with their default weights. */
public enum Component {
    EMAILS_FROM_ACCOUNT("NoOfEmails_FromAccount", 20),
    EMAILS_TO_ACCOUNT("NoOfEmails_ToAccount", 10),
    MEETINGS_FROM_ACCOUNT("NoOfMeetings_FromAccount", 15),
    MEETINGS_TO_ACCOUNT("NoOfMeetings_ToAccount", 15),
    CONTACTS_INVOLVED_EMAILS("NoOfContactsInvolved_Emails", 5),
    CONTACTS_INVOLVED_MEETINGS("NoOfContactsInvolved_Meetings", 5),
    ACCOUNT_CONTACTS_INVOLVED_EMAILS("NoOfAccountContactsInvolved_Emails", 10),
    ACCOUNT_CONTACTS_INVOLVED_MEETINGS("NoOfAccountContactsInvolved_Meetings", 10),
    RECENCY("Recency", 10);

    private final String columnName;
    private final int defaultWeight;

    Component(String columnName, int defaultWeight) {
        this.columnName = columnName;
        this.defaultWeight = defaultWeight;
    }

    public String columnName() {
        return columnName;
    }

    public int defaultWeight() {
        return defaultWeight;
    }
}
