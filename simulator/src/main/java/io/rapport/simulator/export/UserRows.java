package io.rapport.simulator.export;

import io.rapport.simulator.company.Department;
import io.rapport.simulator.company.Person;
import io.rapport.simulator.company.Wording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** {@code User_v1}, camelCase, with the region, which only Graph knows. */
record UserRows(Instant at, ExportPlan.Fields fields) implements RowWriter<Person> {

    private static final String EXCHANGE_PLAN = "efb87545-963c-4e0d-99df-69c6916d9eb0";

    @Override
    public void write(Person person, JsonRow row) {
        row.begin()
                .flag("accountEnabled", person.isEnabled(at))
                .text(
                        "department",
                        person.findDepartment(at).map(Department::title).orElse(null))
                .text("displayName", person.displayName())
                .text("id", person.id())
                .text("jobTitle", person.findJobTitle(at).orElse(null))
                .text("mail", person.mail())
                .texts("proxyAddresses", proxyAddresses(person))
                .text("usageLocation", person.office().country())
                .text("preferredDataLocation", person.findDataLocation().orElse(null))
                .text("userPrincipalName", person.userPrincipalName())
                .text("userType", person.isGuest() ? "Guest" : "Member");
        if (fields == ExportPlan.Fields.ALL) {
            row.text("givenName", person.name().given())
                    .text("surname", person.name().family())
                    .text("city", person.office().city())
                    .text("aboutMe", Wording.body(person.index()));
        }
        row.array("assignedPlans", () -> {
            if (person.isLicensed(at)) {
                row.element(() -> row.text("capabilityStatus", "Enabled")
                        .text("service", "exchange")
                        .text("servicePlanId", EXCHANGE_PLAN));
            }
        });
        row.end("#microsoft.graph.user", person);
    }

    private static List<String> proxyAddresses(Person person) {
        List<String> proxies = new ArrayList<>();
        proxies.add("SMTP:" + person.mail());
        person.aliases().forEach(alias -> proxies.add("smtp:" + alias));
        return proxies;
    }
}
