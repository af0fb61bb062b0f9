package io.rapport.simulator.entra;

import io.rapport.simulator.company.Company;
import io.rapport.simulator.company.Person;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The tenant as Entra knows it: its names, and the people who can sign in now.
 *
 * @param company whose tenant it is
 * @param clock tells who works here
 */
public record Tenant(Company company, InstantSource clock) {

    public String id() {
        return company.tenantId();
    }

    /** Its domain, for example {@code lanternfield.example}. */
    public String domain() {
        return Company.DOMAIN;
    }

    /** Whether a path's first part names it. */
    boolean isNamed(String name) {
        return name.equalsIgnoreCase(id())
                || name.equalsIgnoreCase(domain())
                || name.equalsIgnoreCase(Company.INITIAL_DOMAIN);
    }

    /** The one Global Administrator: the first of the people who can sign in at all. */
    public Person administrator() {
        return people().get(0);
    }

    public boolean isAdministrator(Person person) {
        return person.id().equals(administrator().id());
    }

    /** Those who can sign in: enabled employees. */
    public List<Person> people() {
        return company.people().stream().filter(this::canSignIn).toList();
    }

    private boolean canSignIn(Person person) {
        return person.isEmployee() && person.isInDirectory(clock.instant()) && person.isEnabled(clock.instant());
    }

    /** Somebody who can sign in, by object id, sign-in name or mail address. */
    public Optional<Person> findPerson(String idOrName) {
        String name = idOrName.strip().toLowerCase(Locale.ROOT);
        return company.people().stream()
                .filter(person -> person.id().equals(name)
                        || person.userPrincipalName().toLowerCase(Locale.ROOT).equals(name)
                        || person.mail().toLowerCase(Locale.ROOT).equals(name))
                .filter(this::canSignIn)
                .findFirst();
    }
}
