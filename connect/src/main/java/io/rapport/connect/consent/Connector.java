package io.rapport.connect.consent;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A way in over Graph; each is an app of its own in the customer's tenant, allowed what it needs and no more. */
public enum Connector {
    OUTLOOK_MAIL(
            "Outlook Mail",
            new Permission(
                    "Mail.Read",
                    "810c84a8-4a9e-49e6-bf7d-12d183f40d01",
                    "to read who wrote to whom and when; Rapport asks for no subject and no body, but this permission"
                            + " would allow them")),
    OUTLOOK_MAIL_METADATA(
            "Outlook Mail – Metadata Only",
            new Permission(
                    "Mail.ReadBasic.All",
                    "693c5e45-0940-467d-9b8a-1022fb9d42ef",
                    "to read who wrote to whom and when; bodies, previews and attachments are out of its reach"));

    private static final List<Permission> SHARED = List.of(
            new Permission(
                    "User.Read.All",
                    "df021288-bdef-4463-88db-98f22de89214",
                    "to find the mailboxes, and to know several addresses as one person's"),
            new Permission(
                    "Group.Read.All",
                    "5b567255-7703-4780-807c-7be8301ae99b",
                    "to see the people behind a mailing list"),
            new Permission(
                    "Contacts.Read",
                    "089fe4d0-434a-44c5-8827-41ba8a0b17f5",
                    "to recognise an unknown address as that of somebody whom a colleague knows"),
            new Permission(
                    "MailboxSettings.Read",
                    "40f97065-369a-49f4-947c-6a255697ae91",
                    "to know the time zone and the working hours of each person"));

    private final String title;
    private final Permission mail;

    Connector(String title, Permission mail) {
        this.title = title;
        this.mail = mail;
    }

    /** For people. */
    public String title() {
        return title;
    }

    /** On the command line: {@code outlook-mail}, {@code outlook-mail-metadata}. */
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
        return java.util.stream.Stream.concat(SHARED.stream(), java.util.stream.Stream.of(mail))
                .toList();
    }
}
