package io.rapport.bench.source;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A company of fixed size with as many emails as are asked for. Its rows are made fast: they should cost less than reading them. */
public final class MadeUpCompany implements MailSource {

    private final Company company = new Company();
    private final long emails;

    /** @param emails each counted once, at least 10 */
    public MadeUpCompany(long emails) {
        this.emails = emails;
    }

    @Override
    public List<Dataset> datasets() {
        return List.of(Datasets.USER, Datasets.CONTACT, Datasets.CALENDAR_VIEW, Datasets.MESSAGE);
    }

    @Override
    public GeneratedText open(Dataset dataset) {
        return new GeneratedText(
                switch (dataset.name()) {
                    case "User_v1" -> PeopleRows.users(company);
                    case "Contact_v1" -> PeopleRows.outlookContacts(company);
                    case "CalendarView_v0" -> new EventRows(company, emails);
                    case "Message_v1" -> new MessageRows(company, emails);
                    default -> throw new IllegalArgumentException("it has no " + dataset);
                });
    }

    @Override
    public LocalDate lastDay() {
        return RowParts.LAST_DAY;
    }

    @Override
    public Path writeSpec(Path folder) {
        try {
            Files.writeString(
                    folder.resolve("accounts.csv"),
                    "AccountId,Name\n" + lines(Company.ACCOUNTS, i -> "a" + i + ",Account " + i));
            // Every fiftieth contact belongs to a second account too.
            Files.writeString(
                    folder.resolve("contacts.csv"),
                    "ContactId,Email,AccountId\n"
                            + lines(Company.CONTACTS, i -> contact(i, i % Company.ACCOUNTS))
                            + lines(Company.CONTACTS / 50, i -> contact(i * 50, (i * 50 + 7) % Company.ACCOUNTS)));
            return Files.writeString(
                    folder.resolve("enrichment.yaml"),
                    "selection:\n" + lines(Company.LISTED, i -> "  - " + Company.colleague(i))
                            + "contacts: {file: contacts.csv, id: ContactId, email: Email, account: AccountId}\n"
                            + "accounts: {file: accounts.csv, id: AccountId, name: Name}\n"
                            + "timeZone: Europe/Zurich\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String contact(int number, int account) {
        return "c" + number + "," + Company.contact(number) + ",a" + account;
    }

    private static String lines(int count, java.util.function.IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n", "", "\n"));
    }
}
