package io.rapport.simulator.tenant;

import io.rapport.simulator.entra.Permission;
import java.util.Set;

/** The apps that a customer registers for Rapport: one for each connector, and one to sign in with. */
public enum StandardApp {
    OUTLOOK_MAIL(
            "Rapport Outlook Mail",
            Set.of(
                    Permission.USER_READ_ALL,
                    Permission.GROUP_READ_ALL,
                    Permission.CONTACTS_READ,
                    Permission.MAILBOX_SETTINGS_READ,
                    Permission.MAIL_READ)),
    OUTLOOK_MAIL_METADATA(
            "Rapport Outlook Mail Metadata Only",
            Set.of(
                    Permission.USER_READ_ALL,
                    Permission.GROUP_READ_ALL,
                    Permission.CONTACTS_READ,
                    Permission.MAILBOX_SETTINGS_READ,
                    Permission.MAIL_READ_BASIC_ALL)),
    OUTLOOK_CALENDAR(
            "Rapport Outlook Calendar",
            Set.of(Permission.USER_READ_ALL, Permission.MAILBOX_SETTINGS_READ, Permission.CALENDARS_READ_BASIC_ALL)),
    SIGN_IN("Rapport", Set.of());

    private final String displayName;
    private final Set<Permission> permissions;

    StandardApp(String displayName, Set<Permission> permissions) {
        this.displayName = displayName;
        this.permissions = permissions;
    }

    String displayName() {
        return displayName;
    }

    Set<Permission> permissions() {
        return permissions;
    }
}
