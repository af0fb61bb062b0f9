package io.rapport.simulator.graph.directory;

import static io.rapport.simulator.graph.call.JsonValues.text;
import static io.rapport.simulator.graph.call.JsonValues.time;

import io.rapport.simulator.company.Company;
import io.rapport.simulator.entra.Permission;
import io.rapport.simulator.graph.call.Access;
import io.rapport.simulator.graph.call.Call;
import io.rapport.simulator.graph.call.CollectionBody;
import io.rapport.simulator.graph.call.Listing;
import io.rapport.simulator.graph.call.Quirks;
import io.rapport.simulator.graph.call.Route;
import io.rapport.simulator.graph.odata.EntityType;
import io.rapport.simulator.graph.odata.GraphRefusal;
import io.rapport.simulator.graph.odata.LinkTokens;
import io.rapport.simulator.graph.odata.Selection;
import io.rapport.simulator.http.Answer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/** {@code /organization}: the tenant. Who may read users sees its id, name and domains; the rest takes more. */
public final class OrganizationRoutes {

    private static final Access ACCESS =
            Access.directory(Permission.ORGANIZATION_READ_ALL, Permission.DIRECTORY_READ_ALL, Permission.USER_READ_ALL);
    private static final Set<String> FOR_EVERYBODY = Set.of("id", "displayName", "verifiedDomains");

    private static final EntityType<Company> TYPE = EntityType.<Company>named("microsoft.graph.organization")
            .always("id", (json, company) -> text(json, company.tenantId()))
            .empty(true, "deletedDateTime")
            .emptyLists(true, "businessPhones")
            .empty(true, "city", "country")
            .usual("countryLetterCode", (json, company) -> text(json, "GB"))
            .usual("createdDateTime", (json, company) -> time(json, company.begin()))
            .usual("defaultUsageLocation", (json, company) -> text(json, "GB"))
            .usual("displayName", (json, company) -> text(json, Company.NAME))
            .empty(true, "onPremisesLastSyncDateTime", "onPremisesSyncEnabled", "postalCode")
            .usual("preferredLanguage", (json, company) -> text(json, "en"))
            .emptyLists(
                    true,
                    "marketingNotificationEmails",
                    "securityComplianceNotificationMails",
                    "securityComplianceNotificationPhones",
                    "technicalNotificationMails")
            .empty(true, "state", "street")
            .usual("tenantType", (json, company) -> text(json, "AAD"))
            .emptyLists(true, "assignedPlans", "provisionedPlans")
            .usual("verifiedDomains", (json, company) -> writeDomains(json))
            .build();

    private final Company company;
    private final Listing<Company> listing;

    public OrganizationRoutes(Company company, LinkTokens tokens) {
        this.company = company;
        this.listing = Listing.ofDirectory(TYPE, tokens, Quirks.NONE);
    }

    public List<Route> all() {
        return List.of(
                Route.get("/organization", ACCESS, 1, this::list),
                Route.get("/organization/{id}", ACCESS, 1, this::one));
    }

    private Answer list(Call call) {
        return listing.answer(call, "organization", selection(call), at -> List.of(company));
    }

    private Answer one(Call call) {
        if (!call.key(0).equalsIgnoreCase(company.tenantId())) {
            throw GraphRefusal.noResource(call.key(0));
        }
        return CollectionBody.entity(call, "organization", selection(call), company);
    }

    private static Selection<Company> selection(Call call) {
        boolean isAll = call.caller().may(Permission.ORGANIZATION_READ_ALL)
                || call.caller().may(Permission.DIRECTORY_READ_ALL);
        Set<String> wanted = call.options().select();
        if (isAll) {
            return TYPE.select(wanted);
        }
        // What the caller may not see is left out; a name that doesn't exist is refused all the same.
        TYPE.select(wanted);
        Set<String> seen = new LinkedHashSet<>(wanted.isEmpty() ? FOR_EVERYBODY : wanted);
        seen.retainAll(FOR_EVERYBODY);
        seen.add("id");
        return TYPE.select(seen);
    }

    private static void writeDomains(JsonGenerator json) {
        json.writeStartArray();
        writeDomain(json, Company.DOMAIN, true);
        writeDomain(json, Company.INITIAL_DOMAIN, false);
        json.writeEndArray();
    }

    private static void writeDomain(JsonGenerator json, String name, boolean isDefault) {
        json.writeStartObject();
        json.writeStringProperty("capabilities", "Email, OfficeCommunicationsOnline");
        json.writeBooleanProperty("isDefault", isDefault);
        json.writeBooleanProperty("isInitial", !isDefault);
        json.writeStringProperty("name", name);
        json.writeStringProperty("type", "Managed");
        json.writeEndObject();
    }
}
