package io.rapport.serve.cli;

import io.rapport.core.error.RapportException;
import io.rapport.serve.demo.DemoError;
import io.rapport.serve.demo.DemoFolder;
import io.rapport.simulator.company.Company;
import io.rapport.simulator.company.CompanyPlan;
import io.rapport.simulator.export.ProfileFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the product on a company that never was. */
@Command(
        name = "demo",
        header = "See it work on a made-up company: its mail, its customers, who is engaged and who goes quiet.",
        sortOptions = false,
        description = {
            "Starts a simulated Microsoft 365 tenant and a server that is connected to it, in a home of its own, and",
            "prints the address to open. The first syncs run while you look on, then an enrichment, which is saved and",
            "agreed to in the name of the company's administrator. Started again, the company has lived on since, and",
            "what is new comes in."
        },
        footer = {
            "",
            "Examples:",
            "  rapport demo",
            "  rapport demo --home other-company --people 400 --seed 7",
            "  rapport demo --tables"
        })
final class DemoCommand implements Task {

    private static final Path HOME = Path.of("rapport-demo");
    private static final int USUAL_PEOPLE = 150;
    private static final int USUAL_ACCOUNTS = 400;
    private static final int USUAL_MONTHS = 13;
    private static final int EMAILS_PER_PERSON = 450;
    private static final int USUAL_TENANT_PORT = 8365;
    /** Its tenant takes three. */
    private static final int LAST_TENANT_PORT = 65_533;

    @Option(names = "--people", paramLabel = "N", description = "Employees, 10 to 2,500. Default: 150.")
    private @Nullable Integer people;

    @Option(names = "--accounts", paramLabel = "N", description = "Customers, 1 to 5,000. Default: 400.")
    private @Nullable Integer accounts;

    @Option(names = "--months", paramLabel = "N", description = "Months of mail, 1 to 36. Default: 13.")
    private @Nullable Integer months;

    @Option(names = "--seed", paramLabel = "NUMBER", description = "Which company: the same number, the same one.")
    private @Nullable Long seed;

    @Option(
            names = "--tables",
            description = "No server: make the company's exports, import and enrich them, and print two tables.")
    private boolean isTables;

    @Option(
            names = "--tenant-port",
            paramLabel = "PORT",
            description =
                    "The first of the simulated tenant's three ports. Default: 8365; later those of the first start.")
    private @Nullable Integer tenantPort;

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Override
    public void run(Session typed) {
        Session session = typed.apart(HOME);
        DemoFolder folder = new DemoFolder(session.home());
        Instant now = session.instants().instant().truncatedTo(ChronoUnit.SECONDS);
        DemoFolder.@Nullable Company known = folder.findCompany().orElse(null);
        CompanyPlan plan = plan(known, session, now);
        Company company = Company.found(plan);
        if (!isTables) {
            serve(session, folder, company, known);
            return;
        }
        DemoTables.show(session, folder, company, known, now);
    }

    private void serve(Session session, DemoFolder folder, Company company, DemoFolder.@Nullable Company known) {
        DemoFolder.Company here = known == null ? DemoFolder.Company.of(company.plan(), company.begin()) : known;
        DemoServer demo = new DemoServer(session, server, folder, port(known, session));
        try {
            new ProfileFiles(company).write(folder.profiles());
            session.createHome();
            folder.keep(here);
            demo.run(here);
        } catch (IOException e) {
            throw notWritable(folder.profiles(), e);
        }
    }

    static RapportException notWritable(Path path, IOException e) {
        return new RapportException(
                DemoError.DEMO_NOT_WRITABLE,
                path + " can't be written (" + e.getClass().getSimpleName()
                        + "). Check the disk, or name another folder with --home.",
                e);
    }

    /** The company that lives in the home, else the one that was asked for. */
    private CompanyPlan plan(DemoFolder.@Nullable Company known, Session session, Instant now) {
        if (known == null) {
            int employees = within("--people", people, USUAL_PEOPLE, 10, 2_500);
            YearMonth first = YearMonth.from(now.atOffset(ZoneOffset.UTC))
                    .minusMonths(within("--months", months, USUAL_MONTHS, 1, 36));
            return new CompanyPlan(
                    seed == null ? 1 : seed,
                    employees,
                    within("--accounts", accounts, USUAL_ACCOUNTS, 1, 5_000),
                    first,
                    (long) employees * EMAILS_PER_PERSON);
        }
        CompanyPlan plan = known.plan();
        boolean isOther = (people != null && people != plan.people())
                || (accounts != null && accounts != plan.accounts())
                || (seed != null && seed != plan.seed());
        if (isOther) {
            throw new RapportException(
                    DemoError.OTHER_COMPANY,
                    session.home().folder() + " holds a company of " + plan.people() + " people and " + plan.accounts()
                            + " accounts, seed " + plan.seed() + ". Leave the options out to go on with it, or name"
                            + " another folder with --home.");
        }
        return plan;
    }

    /** The tenant's: the same at every start, because the links of what was read have it in them. */
    private int port(DemoFolder.@Nullable Company known, Session session) {
        int typed = within("--tenant-port", tenantPort, USUAL_TENANT_PORT, 1, LAST_TENANT_PORT);
        if (known == null || known.findTenantPort().isEmpty()) {
            return typed;
        }
        int before = known.findTenantPort().getAsInt();
        if (tenantPort != null && typed != before) {
            throw new RapportException(
                    DemoError.OTHER_COMPANY,
                    session.home().folder() + " is connected to a tenant at the ports from " + before + " on, and"
                            + " --tenant-port is " + typed + ". Leave the option out to go on with it, or name another"
                            + " folder with --home.");
        }
        return before;
    }

    private static int within(String option, @Nullable Integer typed, int usual, int least, int most) {
        int value = typed == null ? usual : typed;
        if (value < least || value > most) {
            throw new RapportException(
                    CliError.WRONG_ARGUMENT, option + " is " + value + "; it goes from " + least + " to " + most + ".");
        }
        return value;
    }
}
