package io.rapport.model.engine;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import java.util.List;

/**
 * A dataset of the lake as the models read it: a relation whose columns have the models' names. Engines quote the
 * paths as their dialect wants it.
 */
public enum LandedRelation {
    MESSAGE(
            Datasets.MESSAGE,
            column("mailbox", "puser"),
            column("copy_id", "id"),
            column("internet_message_id", "internetMessageId"),
            column("conversation_key", "_conversationKey"),
            column("sent_at", "sentDateTime"),
            column("received_at", "receivedDateTime"),
            column("from_address", "from", "emailAddress", "address"),
            column("sender_address", "sender", "emailAddress", "address"),
            column("to_people", "toRecipients"),
            column("cc_people", "ccRecipients"),
            column("bcc_people", "bccRecipients"),
            column("is_draft", "isDraft"),
            column("unusable_address_count", "_unusableAddressCount")),
    EVENT(
            Datasets.CALENDAR_VIEW,
            column("mailbox", "puser"),
            column("copy_id", "id"),
            column("ical_uid", "iCalUId"),
            column("type", "type"),
            column("series_master_id", "seriesMasterId"),
            column("start_at", "_startAt"),
            column("end_at", "_endAt"),
            column("start_date", "_startDate"),
            column("is_all_day", "isAllDay"),
            column("is_cancelled", "isCancelled"),
            column("sensitivity", "sensitivity"),
            column("organizer_address", "organizer", "emailAddress", "address"),
            column("attendees", "attendees"),
            column("response", "responseStatus", "response"),
            column("unusable_address_count", "_unusableAddressCount")),
    CONTACT(
            Datasets.CONTACT,
            column("mailbox", "puser"),
            column("outlook_contact_id", "id"),
            column("email_addresses", "emailAddresses")),
    USER(
            Datasets.USER,
            column("user_id", "id"),
            column("user_type", "userType"),
            column("account_enabled", "accountEnabled"),
            column("assigned_plans", "assignedPlans"),
            column("mail", "mail"),
            column("sign_in_name", "userPrincipalName"),
            column("addresses", "_addresses"),
            column("department", "department"),
            column("data_location", "preferredDataLocation")),
    GROUP(Datasets.GROUP_DETAILS, column("group_id", "id"), column("addresses", "_addresses")),
    GROUP_MEMBER(Datasets.GROUP_MEMBERS, column("group_id", "pObjectId"), column("member_id", "id")),
    CONTACT_SIGNAL(
            Datasets.OUTLOOK_CONTACT_ACTIVITY,
            column("mailbox", "puser"),
            column("signal_type", "SignalType"),
            column("start_at", "StartTime"),
            column("app_name", "AppName")),
    MAILBOX_SETTINGS(
            Datasets.MAILBOX_SETTINGS,
            column("mailbox", "puser"),
            column("zone_name", "timeZone"),
            column("days", "workingHours", "daysOfWeek"),
            column("start_time", "workingHours", "startTime"),
            column("end_time", "workingHours", "endTime"),
            column("hours_zone_name", "workingHours", "timeZone", "name"));

    /** Those that the models of account engagement read. */
    public static final List<LandedRelation> OF_ENGAGEMENT =
            List.of(MESSAGE, EVENT, CONTACT, USER, GROUP, GROUP_MEMBER);

    /** Those that the models of collaboration read. */
    public static final List<LandedRelation> OF_COLLABORATION =
            List.of(MESSAGE, EVENT, USER, GROUP, GROUP_MEMBER, CONTACT_SIGNAL, MAILBOX_SETTINGS);

    private final Dataset dataset;
    private final List<LandedColumn> columns;

    LandedRelation(Dataset dataset, LandedColumn... columns) {
        this.dataset = dataset;
        this.columns = List.of(columns);
    }

    public Dataset dataset() {
        return dataset;
    }

    public List<LandedColumn> columns() {
        return columns;
    }

    /** The name that models read it by. */
    public String relation() {
        return name().toLowerCase(java.util.Locale.ROOT) + "_row";
    }

    private static LandedColumn column(String name, String... path) {
        return new LandedColumn(name, List.of(path));
    }

    /**
     * A column of the relation.
     *
     * @param name what the models call it
     * @param path where it stands in the dataset: the column's name, then fields within
     */
    public record LandedColumn(String name, List<String> path) {}
}
