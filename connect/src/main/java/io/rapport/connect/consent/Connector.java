package io.rapport.connect.consent;

import io.rapport.connect.mailbox.MailboxContent;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A way in over Graph; each is an app of its own in the customer's tenant, allowed what it needs and no more. */
public enum Connector {
    OUTLOOK_MAIL(
            "Outlook Mail",
            EnumSet.of(MailboxContent.MAIL, MailboxContent.CONTACTS),
            Permissions.USERS,
            Permissions.GROUPS,
            Permissions.CONTACTS,
            Permissions.SETTINGS,
            new Permission(
                    "Mail.Read",
                    "810c84a8-4a9e-49e6-bf7d-12d183f40d01",
                    "to read who wrote to whom and when; Rapport asks for no subject and no body, but this permission"
                            + " would allow them")),
    OUTLOOK_MAIL_METADATA(
            "Outlook Mail – Metadata Only",
            EnumSet.of(MailboxContent.MAIL, MailboxContent.CONTACTS),
            Permissions.USERS,
            Permissions.GROUPS,
            Permissions.CONTACTS,
            Permissions.SETTINGS,
            new Permission(
                    "Mail.ReadBasic.All",
                    "693c5e45-0940-467d-9b8a-1022fb9d42ef",
                    "to read who wrote to whom and when; bodies, previews and attachments are out of its reach")),
    OUTLOOK_CALENDAR(
            "Outlook Calendar",
            EnumSet.of(MailboxContent.CALENDAR),
            Permissions.USERS,
            Permissions.SETTINGS,
            new Permission(
                    "Calendars.ReadBasic.All",
                    "8ba4a692-bc31-4128-9094-475872af8a53",
                    "to read who met whom and when; what an invitation says and what is attached to it are out of its"
                            + " reach"));

    private final String title;
    private final Set<MailboxContent> contents;
    private final List<Permission> permissions;

    Connector(String title, Set<MailboxContent> contents, Permission... permissions) {
        this.title = title;
        this.contents = contents;
        this.permissions = List.of(permissions);
    }

    /** For people. */
    public String title() {
        return title;
    }

    /** On the command line: {@code outlook-mail}, {@code outlook-mail-metadata}, {@code outlook-calendar}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Connector> find(String word) {
        return Arrays.stream(values())
                .filter(connector -> connector.word().equals(word))
                .findFirst();
    }

    /** In the order in which people read about them. */
    public List<Permission> permissions() {
        return permissions;
    }

    /** What it reads of mailboxes. */
    public Set<MailboxContent> contents() {
        return Set.copyOf(contents);
    }

    /** Whether it reads groups, and can be told whom to read by them. */
    public boolean readsGroups() {
        return permissions.contains(Permissions.GROUPS);
    }

    /** Those that several connectors need. */
    private static final class Permissions {

        static final Permission USERS = new Permission(
                "User.Read.All",
                "df021288-bdef-4463-88db-98f22de89214",
                "to find the mailboxes, and to know several addresses as one person's");
        static final Permission GROUPS = new Permission(
                "Group.Read.All", "5b567255-7703-4780-807c-7be8301ae99b", "to see the people behind a mailing list");
        static final Permission CONTACTS = new Permission(
                "Contacts.Read",
                "089fe4d0-434a-44c5-8827-41ba8a0b17f5",
                "to recognise an unknown address as that of somebody whom a colleague knows");
        static final Permission SETTINGS = new Permission(
                "MailboxSettings.Read",
                "40f97065-369a-49f4-947c-6a255697ae91",
                "to know the time zone and the working hours of each person");
    }
}
