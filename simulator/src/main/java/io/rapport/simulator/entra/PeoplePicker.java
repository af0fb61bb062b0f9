package io.rapport.simulator.entra;

import io.rapport.simulator.company.Person;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The part of a page where somebody says who he or she is. */
final class PeoplePicker {

    private static final int SHOWN = 12;

    private PeoplePicker() {}

    /**
     * Buttons named {@code person}: first those with a role, then others.
     *
     * @param wanted part of a name or address; empty for anybody
     */
    static String html(EntraServices services, AppRegistration app, String wanted) {
        Tenant tenant = services.tenant();
        String part = wanted.strip().toLowerCase(Locale.ROOT);
        List<Person> people = tenant.people();
        Stream<Person> known = people.stream().filter(person -> isKnown(services, app, person));
        Stream<Person> others = people.stream().filter(person -> !isKnown(services, app, person));
        return Stream.concat(known, others)
                .filter(person -> (person.displayName() + " " + person.mail())
                        .toLowerCase(Locale.ROOT)
                        .contains(part))
                .limit(SHOWN)
                .map(person -> "<li><button class=\"person\" name=\"person\" value=\"" + Page.escaped(person.id())
                        + "\">"
                        + Page.escaped(person.displayName()) + "<small>" + Page.escaped(person.userPrincipalName())
                        + Page.escaped(standing(services, app, person)) + "</small></button></li>")
                .collect(Collectors.joining("", "<ul>", "</ul>"));
    }

    private static boolean isKnown(EntraServices services, AppRegistration app, Person person) {
        return services.tenant().isAdministrator(person)
                || !services.apps().roles(app.clientId(), person.id()).isEmpty();
    }

    private static String standing(EntraServices services, AppRegistration app, Person person) {
        String admin = services.tenant().isAdministrator(person) ? " · Global Administrator" : "";
        return admin
                + services.apps().roles(app.clientId(), person.id()).stream()
                        .sorted()
                        .map(role -> " · " + role)
                        .collect(Collectors.joining());
    }
}
