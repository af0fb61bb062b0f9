package io.rapport.simulator.tenant;

import io.rapport.simulator.company.CompanyPlan;
import io.rapport.simulator.graph.call.Quirks;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * What a simulated tenant is like.
 *
 * @param company who lives in it
 * @param time what its clock shows first
 * @param machine the machine's time: tokens and limits live in it, and the tenant's clock goes with it; a fixed one makes
 *     a clock that only moves by hand
 * @param port of Entra; Graph and the control interface take the two after it. 0 takes any free ones
 * @param throttleFactor of the documented limits; 1 for just those
 * @param quirks what Graph does between two pages
 */
public record TenantPlan(
        CompanyPlan company, Instant time, InstantSource machine, int port, double throttleFactor, Quirks quirks) {

    private static final int USUAL_ACCOUNTS_PER_PERSON = 2;
    private static final int LAST_PORT = 65_533;

    public TenantPlan {
        if (port < 0 || port > LAST_PORT) {
            throw new IllegalArgumentException("The port is " + port + "; it is 0 to " + LAST_PORT + ".");
        }
        if (!(throttleFactor > 0)) {
            throw new IllegalArgumentException("The factor is " + throttleFactor + "; it is more than 0.");
        }
    }

    /** A small company with a few months of mail, at a time that stands still until it is moved. */
    public static TenantPlan small(long seed, Instant time) {
        return of(seed, 30, 4, time, InstantSource.fixed(time));
    }

    /**
     * A company of some size.
     *
     * @param people employees
     * @param months of mail before {@code time}, besides its own
     */
    public static TenantPlan of(long seed, int people, int months, Instant time, InstantSource machine) {
        YearMonth first = YearMonth.from(time.atZone(ZoneOffset.UTC)).minusMonths(months);
        CompanyPlan company = new CompanyPlan(seed, people, Math.max(1, people / USUAL_ACCOUNTS_PER_PERSON), first);
        return new TenantPlan(company, time, machine, 0, 1, Quirks.USUAL);
    }

    /** @param accounts customers of the company; 1 to 100,000 */
    public TenantPlan withAccounts(int accounts) {
        return with(new CompanyPlan(company.seed(), company.people(), accounts, company.firstMonth()));
    }

    public TenantPlan with(CompanyPlan other) {
        return new TenantPlan(other, time, machine, port, throttleFactor, quirks);
    }

    public TenantPlan withMachine(InstantSource other) {
        return new TenantPlan(company, time, other, port, throttleFactor, quirks);
    }

    public TenantPlan withPort(int other) {
        return new TenantPlan(company, time, machine, other, throttleFactor, quirks);
    }

    public TenantPlan withThrottle(double factor) {
        return new TenantPlan(company, time, machine, port, factor, quirks);
    }

    public TenantPlan with(Quirks other) {
        return new TenantPlan(company, time, machine, port, throttleFactor, other);
    }
}
