package io.rapport.bench.source;

import io.rapport.core.dataset.Dataset;
import io.rapport.simulator.company.Company;
import io.rapport.simulator.company.CompanyPlan;
import io.rapport.simulator.company.Person;
import io.rapport.simulator.export.CompanyExport;
import io.rapport.simulator.export.ExportDataset;
import io.rapport.simulator.export.ExportPlan;
import io.rapport.simulator.export.ProfileFiles;
import io.rapport.simulator.mail.Correspondences;
import io.rapport.simulator.meeting.Meetings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The simulator's company, with about as many emails as are asked for in 13 months; from a million on it has 3,000 people,
 * of whom 2,500 are listed, and 5,000 accounts.
 */
public final class SimulatedCompany implements MailSource {

    private static final long SEED = 1;
    private static final int MOST_PEOPLE = 3_000;
    private static final int LEAST_PEOPLE = 60;
    private static final int EMAILS_PER_PERSON = 300;
    private static final int MOST_ACCOUNTS = 5_000;
    private static final int EMAILS_PER_ACCOUNT = 200;
    /** What strangers and newsletters write to everybody in 13 months, whatever the plan says of the rest. */
    private static final int BACKGROUND_PER_PERSON = 117;

    private static final int LISTED = 2_500;
    private static final int MONTHS = 13;
    private static final YearMonth FIRST_MONTH = YearMonth.of(2025, 10);
    private static final LocalDate END = FIRST_MONTH.plusMonths(MONTHS).atDay(1);

    private final CompanyExport export;
    private final Company company;
    private final Instant end = END.atStartOfDay(ZoneOffset.UTC).toInstant();

    /** @param emails each counted once, in all 13 months; at least 10,000 */
    public SimulatedCompany(long emails) {
        this(emails, (int) Math.max(LEAST_PEOPLE, Math.min(MOST_PEOPLE, emails / EMAILS_PER_PERSON)));
    }

    /**
     * @param emails each counted once, in all 13 months
     * @param people employees; no more than 2,500 of them are listed
     */
    public SimulatedCompany(long emails, int people) {
        long planned = Math.max(1, emails - (long) people * BACKGROUND_PER_PERSON) * 12 / MONTHS;
        int accounts = (int) Math.max(1, Math.min(MOST_ACCOUNTS, emails / EMAILS_PER_ACCOUNT));
        company = Company.found(new CompanyPlan(SEED, people, accounts, FIRST_MONTH, Math.max(1, planned)));
        export = new CompanyExport(
                new Correspondences(company), new Meetings(company), new ExportPlan(company.begin(), end));
    }

    @Override
    public List<Dataset> datasets() {
        return Arrays.stream(ExportDataset.values()).map(ExportDataset::dataset).toList();
    }

    @Override
    public GeneratedText open(Dataset dataset) {
        ExportDataset asked = Arrays.stream(ExportDataset.values())
                .filter(one -> one.dataset().equals(dataset))
                .findFirst()
                .orElseThrow();
        return new GeneratedText(export.open(asked, export.mailboxes()));
    }

    @Override
    public LocalDate lastDay() {
        return END.minusDays(1);
    }

    @Override
    public Path writeSpec(Path folder) {
        String listed = company.people().stream()
                .filter(person -> person.isValidUser(end) && !person.isSharedMailbox())
                .limit(LISTED)
                .map(Person::mail)
                .collect(Collectors.joining("\n  - ", "selection:\n  - ", "\n"));
        try {
            new ProfileFiles(company).write(folder);
            return Files.writeString(
                    folder.resolve("enrichment.yaml"),
                    listed + "contacts: {file: contacts.csv, id: ContactId, email: EmailAddress, account: AccountId}\n"
                            + "accounts: {file: accounts.csv, id: AccountId, name: Name}\n"
                            + "timeZone: Europe/Zurich\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
