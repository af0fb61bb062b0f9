package io.rapport.model.duckdb.account;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a rule can ask about an account: a column of its year's row in the output table, its name, or a word that is true of
 * it. Names are those of the table.
 */
public enum AccountColumn {
    ACCOUNT_NAME("AccountName", Kind.TEXT, "account_name", "Name"),
    CUSTOMER_ID("CustomerId", Kind.TEXT, "account_id", "Id"),
    ENGAGEMENT_SCORE("EngagementScore", Kind.NUMBER, "score", "Engagement score"),
    EMAILS_TO("NoOfEmails_ToAccount", Kind.NUMBER, "emails_to_account", "Emails to account"),
    EMAILS_FROM("NoOfEmails_FromAccount", Kind.NUMBER, "emails_from_account", "Emails from account"),
    MEETINGS_FROM("NoOfMeetings_FromAccount", Kind.NUMBER, "meetings_from_account", "Meetings initiated by account"),
    MEETINGS_TO("NoOfMeetings_ToAccount", Kind.NUMBER, "meetings_to_account", "Meetings initiated by you"),
    PEOPLE_IN_MEETINGS(
            "NoOfContactsInvolved_Meetings", Kind.NUMBER, "people_in_meetings", "People of yours in meetings"),
    PEOPLE_IN_EMAILS("NoOfContactsInvolved_Emails", Kind.NUMBER, "people_in_emails", "People of yours in emails"),
    CONTACTS_IN_MEETINGS(
            "NoOfAccountContactsInvolved_Meetings", Kind.NUMBER, "contacts_in_meetings", "Contacts in meetings"),
    CONTACTS_IN_EMAILS("NoOfAccountContactsInvolved_Emails", Kind.NUMBER, "contacts_in_emails", "Contacts in emails"),
    ENGAGEMENT_START("EngagementStartDate", Kind.DATE, "engagement_start", "First email or meeting"),
    DAYS_SINCE_EMAIL("DaysSinceLastEmail", Kind.NUMBER, "days_since_email", "Days since last email"),
    DAYS_SINCE_MEETING("DaysSinceLastMeeting", Kind.NUMBER, "days_since_meeting", "Days since last meeting"),
    MEETING_MINUTES("AverageDuration_Of_Meetings", Kind.NUMBER, "meeting_minutes", "Average minutes of a meeting"),
    REPLY_MINUTES(
            "AverageDuration_Of_AccountEmailReplies",
            Kind.NUMBER,
            "reply_minutes",
            "Average minutes until account replies"),
    AGGREGATION_START("AggregationStartDate", Kind.DATE, "aggregation_start", "First day of the year"),
    AGGREGATION_LEVEL("AggregationLevel", Kind.TEXT, "'year'", "Aggregation level"),
    PRIMARY_KEY("PrimaryKey", Kind.TEXT, "account_id || '|year'", "Primary key"),
    GOING_QUIET("GoingQuiet", AccountWord.GOING_QUIET, "Going quiet"),
    FALLING("Falling", AccountWord.FALLING, "Falling"),
    RISING("Rising", AccountWord.RISING, "Rising"),
    ONE_WAY("OneWay", AccountWord.ONE_WAY, "One-way"),
    SINGLE_THREADED_OURS("SingleThreadedOurs", AccountWord.SINGLE_THREADED_OURS, "Held by one of ours"),
    SINGLE_THREADED_THEIRS("SingleThreadedTheirs", AccountWord.SINGLE_THREADED_THEIRS, "Held by one of theirs"),
    NEW_CONTACTS("NewContacts", AccountWord.NEW_CONTACTS, "New contacts"),
    LOST_CONTACTS("LostContacts", AccountWord.LOST_CONTACTS, "Lost contacts"),
    STALE("Stale", AccountWord.STALE, "Stale"),
    NEVER_ENGAGED("NeverEngaged", AccountWord.NEVER_ENGAGED, "Never engaged"),
    REVIVED("Revived", AccountWord.REVIVED, "Revived");

    /** What a column holds; a mark is a word that is true of an account or not. */
    public enum Kind {
        NUMBER("number"),
        TEXT("text"),
        DATE("date"),
        MARK("mark");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    private final String columnName;
    private final Kind kind;
    private final String expression;
    private final String title;

    AccountColumn(String columnName, Kind kind, String expression, String title) {
        this.columnName = columnName;
        this.kind = kind;
        this.expression = expression;
        this.title = title;
    }

    AccountColumn(String columnName, AccountWord word, String title) {
        this(columnName, Kind.MARK, word.column(), title);
    }

    /** As the output table has it. */
    public String columnName() {
        return columnName;
    }

    public Kind kind() {
        return kind;
    }

    /** As people read it. */
    public String title() {
        return title;
    }

    /** The column, or what stands for it, in the index. */
    String expression() {
        return expression;
    }

    public static Optional<AccountColumn> find(String columnName) {
        return Arrays.stream(values())
                .filter(known -> known.columnName.equals(columnName))
                .findFirst();
    }

    /** All of them, by name. */
    public static List<String> names() {
        return Arrays.stream(values()).map(AccountColumn::columnName).toList();
    }
}
