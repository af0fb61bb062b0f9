package io.rapport.simulator.graph.directory;

import io.rapport.simulator.graph.call.JsonValues;
import tools.jackson.core.JsonGenerator;

/** The one licence of the tenant, which brings a mailbox. */
final class Licences {

    static final String SKU = "6fd2c87f-b296-42f0-b197-1e91e994b900";
    static final String SKU_NAME = "ENTERPRISEPACK";

    /** Exchange Online, plan 2. */
    static final String EXCHANGE_PLAN = "efb87545-963c-4e0d-99df-69c6916d9eb0";

    private Licences() {}

    static void writeLicences(JsonGenerator json, DirectoryUser user) {
        json.writeStartArray();
        if (user.person().isLicensed(user.at())) {
            json.writeStartObject();
            json.writeArrayPropertyStart("disabledPlans");
            json.writeEndArray();
            json.writeStringProperty("skuId", SKU);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void writePlans(JsonGenerator json, DirectoryUser user) {
        json.writeStartArray();
        if (user.person().isLicensed(user.at())) {
            json.writeStartObject();
            json.writeStringProperty("assignedDateTime", JsonValues.timeText(user.created()));
            json.writeStringProperty("capabilityStatus", "Enabled");
            json.writeStringProperty("service", "exchange");
            json.writeStringProperty("servicePlanId", EXCHANGE_PLAN);
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
