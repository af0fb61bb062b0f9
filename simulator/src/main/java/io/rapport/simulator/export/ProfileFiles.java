package io.rapport.simulator.export;

import io.rapport.simulator.company.Account;
import io.rapport.simulator.company.Company;
import io.rapport.simulator.company.MailingList;
import io.rapport.simulator.company.Person;
import io.rapport.simulator.company.Profiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** The customer profiles as CSV, and an enrichment that counts those who face customers. Immutable. */
public final class ProfileFiles {

    public static final String SPEC = "engagement.yaml";
    private static final int MOST_LISTED = 2_500;

    private final Company company;
    private final Profiles profiles;

    public ProfileFiles(Company company) {
        this.company = company;
        this.profiles = new Profiles(company);
    }

    /** The list whose members' mail counts: all who face customers, or the sales people where those are too many. */
    public static MailingList listed(Company company) {
        MailingList all = company.customerTeams();
        return all.reach().cardinality() < MOST_LISTED
                ? all
                : company.lists().get(all.lists().get(0));
    }

    /** Writes the three files; what was there is replaced. */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("accounts.csv"), accounts());
        Files.writeString(folder.resolve("contacts.csv"), contacts());
        Files.writeString(folder.resolve(SPEC), spec());
    }

    private String accounts() {
        StringBuilder csv = new StringBuilder("AccountId,Name,ParentId\n");
        for (Account account : profiles.accounts()) {
            String parent = account.parent() < 0
                    ? ""
                    : profiles.accounts().get(account.parent()).id();
            csv.append(account.id())
                    .append(',')
                    .append(account.name())
                    .append(',')
                    .append(parent)
                    .append('\n');
        }
        return csv.toString();
    }

    private String contacts() {
        StringBuilder csv = new StringBuilder("ContactId,AccountId,FullName,EmailAddress\n");
        for (Profiles.Contact contact : profiles.contacts()) {
            csv.append(contact.id())
                    .append(',')
                    .append(profiles.accounts().get(contact.account()).id())
                    .append(',')
                    .append(contact.name())
                    .append(',')
                    .append(contact.address())
                    .append('\n');
        }
        return csv.toString();
    }

    private String spec() {
        String shared = company.people().stream()
                .filter(Person::isSharedMailbox)
                .map(Person::mail)
                .collect(Collectors.joining(", "));
        return """
                # Whose mail counts, and who the customers are. What every word means: docs/enrichment.md
                name: Account engagement
                output: Office
                selection: [%s, %s]
                contacts: {file: contacts.csv, email: EmailAddress, account: AccountId, id: ContactId}
                accounts: {file: accounts.csv, id: AccountId, name: Name}
                timeZone: Europe/London
                """.formatted(listed(company).party().address(), shared);
    }
}
