package io.rapport.simulator.entra;

import java.util.Arrays;
import java.util.Optional;

/** Application permissions of Microsoft Graph, as far as anything here asks for them. */
public enum Permission {
    USER_READ_ALL("User.Read.All", "df021288-bdef-4463-88db-98f22de89214", "Read all users' full profiles"),
    GROUP_READ_ALL("Group.Read.All", "5b567255-7703-4780-807c-7be8301ae99b", "Read all groups"),
    GROUP_MEMBER_READ_ALL("GroupMember.Read.All", "98830695-27a2-44f7-8c18-0c3ebc9698f6", "Read all group memberships"),
    CONTACTS_READ("Contacts.Read", "089fe4d0-434a-44c5-8827-41ba8a0b17f5", "Read contacts in all mailboxes"),
    MAILBOX_SETTINGS_READ(
            "MailboxSettings.Read", "40f97065-369a-49f4-947c-6a255697ae91", "Read all user mailbox settings"),
    MAIL_READ("Mail.Read", "810c84a8-4a9e-49e6-bf7d-12d183f40d01", "Read mail in all mailboxes"),
    MAIL_READ_BASIC_ALL(
            "Mail.ReadBasic.All", "693c5e45-0940-467d-9b8a-1022fb9d42ef", "Read basic mail in all mailboxes"),
    CALENDARS_READ("Calendars.Read", "798ee544-9d2d-430c-a058-570e29e34338", "Read calendars in all mailboxes"),
    CALENDARS_READ_BASIC_ALL(
            "Calendars.ReadBasic.All",
            "8ba4a692-bc31-4128-9094-475872af8a53",
            "Read basic details of calendars in all mailboxes"),
    ORGANIZATION_READ_ALL(
            "Organization.Read.All", "498476ce-e0fe-48b0-b801-37ba7e2685c6", "Read organization information"),
    DIRECTORY_READ_ALL("Directory.Read.All", "7ab1d382-f21e-4acd-a863-ba3e13f7da61", "Read directory data"),
    APPLICATION_READ_ALL("Application.Read.All", "9a5d68dd-52b0-4cc2-bd40-abcf44ac3a30", "Read all applications"),
    APPLICATION_READ_WRITE_ALL(
            "Application.ReadWrite.All", "1bfefb4e-e0b5-418b-a88f-73c46d2cc8e9", "Read and write all applications"),
    APP_ROLE_ASSIGNMENT_READ_WRITE_ALL(
            "AppRoleAssignment.ReadWrite.All",
            "06b708a9-e830-4db3-a914-8e69da51d44f",
            "Manage app permission grants and app role assignments");

    private final String value;
    private final String id;
    private final String title;

    Permission(String value, String id, String title) {
        this.value = value;
        this.id = id;
        this.title = title;
    }

    /** As in a token's {@code roles}. */
    public String value() {
        return value;
    }

    /** Its GUID among Graph's app roles. */
    public String id() {
        return id;
    }

    /** What a consent page says. */
    public String title() {
        return title;
    }

    /** By value or GUID. */
    public static Optional<Permission> find(String valueOrId) {
        return Arrays.stream(values())
                .filter(permission ->
                        permission.value.equalsIgnoreCase(valueOrId) || permission.id.equalsIgnoreCase(valueOrId))
                .findFirst();
    }
}
