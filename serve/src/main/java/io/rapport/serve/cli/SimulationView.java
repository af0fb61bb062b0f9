package io.rapport.serve.cli;

import io.rapport.simulator.company.Person;
import io.rapport.simulator.entra.AppRegistration;
import io.rapport.simulator.tenant.SimulatedTenant;
import io.rapport.simulator.tenant.StandardApp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says where a simulated tenant listens, and with what it lets in. */
final class SimulationView {

    private SimulationView() {}

    static void show(SimulatedTenant tenant, Console console) {
        if (console.isJson()) {
            console.json(json(tenant));
            return;
        }
        console.line("Entra     " + tenant.entraUrl());
        console.line("Graph     " + tenant.graphUrl());
        console.line("Control   " + tenant.controlUrl());
        console.line("Tenant    " + tenant.id());
        console.line("Time      " + tenant.clock().instant());
        console.line("");
        console.line("Apps, with nothing consented yet:");
        for (StandardApp standard : StandardApp.values()) {
            AppRegistration app = tenant.app(standard);
            console.line("  " + app.displayName());
            console.line("    id      " + app.clientId());
            console.line("    secret  " + app.secrets().get(0));
        }
        console.line("");
        console.line("Who can sign in, among " + tenant.people().size() + ":");
        tellers(tenant)
                .forEach(person -> console.line("  " + person.userPrincipalName() + "  " + standing(tenant, person)));
        console.note("Ctrl-C ends it.");
    }

    private static List<Person> tellers(SimulatedTenant tenant) {
        return tenant.people().stream().limit(SimulatedTenant.ROLES.size() + 1L).toList();
    }

    private static String standing(SimulatedTenant tenant, Person person) {
        String signIn = tenant.app(StandardApp.SIGN_IN).clientId();
        List<String> standing = new ArrayList<>(tenant.apps().roles(signIn, person.id()));
        if (tenant.administrator().equals(person)) {
            standing.add("Global Administrator");
        }
        return standing.isEmpty() ? "no role" : String.join(", ", standing);
    }

    private static Map<String, Object> json(SimulatedTenant tenant) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("entra", tenant.entraUrl().toString());
        json.put("graph", tenant.graphUrl().toString());
        json.put("control", tenant.controlUrl().toString());
        json.put("tenant", tenant.id());
        json.put("time", tenant.clock().instant().toString());
        List<Object> apps = new ArrayList<>();
        for (StandardApp standard : StandardApp.values()) {
            AppRegistration app = tenant.app(standard);
            apps.add(Map.of(
                    "name",
                    app.displayName(),
                    "id",
                    app.clientId(),
                    "secret",
                    app.secrets().get(0)));
        }
        json.put("apps", apps);
        json.put(
                "people",
                tellers(tenant).stream()
                        .map(person -> Map.of("name", person.userPrincipalName(), "standing", standing(tenant, person)))
                        .toList());
        return json;
    }
}
