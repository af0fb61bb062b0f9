package io.rapport.serve.demo;

import io.rapport.core.error.RapportException;
import io.rapport.serve.home.Home;
import io.rapport.simulator.company.CompanyPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the demonstration keeps in its home, beside what the product keeps: the exports, the customer profiles, the tables,
 * and which company it is.
 *
 * @param home of the demonstration alone
 */
public record DemoFolder(Home home) {

    /**
     * Which company lives here.
     *
     * @param plan of which it is made
     * @param until up to when it has been exported
     * @param tenantPort the first of those where its tenant is served; 0 where it never was
     * @param enrichment output table of the enrichment that was saved for it; empty where none was
     */
    public record Company(CompanyPlan plan, Instant until, int tenantPort, String enrichment) {

        /** One that no server was ever started on. */
        public static Company of(CompanyPlan plan, Instant until) {
            return new Company(plan, until, 0, "");
        }

        /** Empty where no server was ever started on it. */
        public OptionalInt findTenantPort() {
            return tenantPort == 0 ? OptionalInt.empty() : OptionalInt.of(tenantPort);
        }

        public Company servedAt(int port) {
            return new Company(plan, until, port, enrichment);
        }

        public Company exportedUntil(Instant later) {
            return new Company(plan, later, tenantPort, enrichment);
        }

        public Company enrichedAs(String output) {
            return new Company(plan, until, tenantPort, output);
        }
    }

    public Path exports() {
        return folder().resolve("exports");
    }

    public Path profiles() {
        return folder().resolve("profiles");
    }

    public Path tables() {
        return folder().resolve("tables");
    }

    /** The company that lives here; empty in a new home. */
    public Optional<Company> findCompany() {
        if (!Files.isRegularFile(file())) {
            if (home.isInUse()) {
                throw new RapportException(
                        DemoError.HOME_NOT_DEMO,
                        home.folder() + " holds data that no demonstration made. Name another folder with --home.");
            }
            return Optional.empty();
        }
        try {
            return Optional.of(read(Files.readString(file())));
        } catch (IOException | DateTimeException | IllegalArgumentException broken) {
            throw new RapportException(
                    DemoError.DEMO_NOT_WRITABLE,
                    file() + " can't be read. Delete " + home.folder() + " to begin again, or name another folder with"
                            + " --home.",
                    broken);
        }
    }

    /** Remembers the company, so that the next start goes on where this one ended. */
    public void keep(Company company) throws IOException {
        CompanyPlan plan = company.plan();
        Files.createDirectories(folder());
        Files.writeString(
                file(),
                String.join(
                        "\n",
                        "# The demonstration's company; the same values are the same company.",
                        "seed=" + plan.seed(),
                        "people=" + plan.people(),
                        "accounts=" + plan.accounts(),
                        "firstMonth=" + plan.firstMonth(),
                        "emailsPerYear=" + plan.emailsPerYear(),
                        "until=" + company.until(),
                        "tenantPort=" + company.tenantPort(),
                        "enrichment=" + company.enrichment(),
                        ""));
    }

    private static Company read(String text) {
        Map<String, String> values = new HashMap<>();
        text.lines()
                .filter(line -> !line.startsWith("#") && line.contains("="))
                .forEach(line ->
                        values.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
        CompanyPlan plan = new CompanyPlan(
                Long.parseLong(values.getOrDefault("seed", "")),
                Integer.parseInt(values.getOrDefault("people", "")),
                Integer.parseInt(values.getOrDefault("accounts", "")),
                YearMonth.parse(values.getOrDefault("firstMonth", "")),
                Long.parseLong(values.getOrDefault("emailsPerYear", "")));
        return new Company(
                plan,
                Instant.parse(values.getOrDefault("until", "")),
                Integer.parseInt(values.getOrDefault("tenantPort", "0")),
                values.getOrDefault("enrichment", ""));
    }

    private Path folder() {
        return home.folder().resolve("demo");
    }

    private Path file() {
        return folder().resolve("company.properties");
    }
}
