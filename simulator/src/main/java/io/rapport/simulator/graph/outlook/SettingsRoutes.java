package io.rapport.simulator.graph.outlook;

import static io.rapport.simulator.graph.call.JsonValues.text;
import static io.rapport.simulator.graph.call.JsonValues.texts;

import io.rapport.simulator.company.Person;
import io.rapport.simulator.entra.Permission;
import io.rapport.simulator.graph.call.Access;
import io.rapport.simulator.graph.call.Call;
import io.rapport.simulator.graph.call.CollectionBody;
import io.rapport.simulator.graph.call.Route;
import io.rapport.simulator.graph.odata.EntityType;
import io.rapport.simulator.graph.odata.Selection;
import io.rapport.simulator.http.Answer;
import io.rapport.simulator.http.Json;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/** {@code /mailboxSettings} of a mailbox. */
public final class SettingsRoutes {

    private static final Access ACCESS = Access.mailbox(Permission.MAILBOX_SETTINGS_READ);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSSS", Locale.ROOT);

    private static final EntityType<Person> TYPE = EntityType.<Person>named("microsoft.graph.mailboxSettings")
            .empty(true, "archiveFolder")
            .usual("timeZone", (json, person) -> text(json, person.settingsZone()))
            .usual(
                    "delegateMeetingMessageDeliveryOptions",
                    (json, person) -> text(json, "sendToDelegateAndInformationToPrincipal"))
            .usual("dateFormat", (json, person) -> text(json, "dd/MM/yyyy"))
            .usual("timeFormat", (json, person) -> text(json, "HH:mm"))
            .usual("userPurpose", (json, person) -> text(json, person.isSharedMailbox() ? "shared" : "user"))
            .usual("automaticRepliesSetting", (json, person) -> writeReplies(json))
            .usual("language", (json, person) -> {
                json.writeStartObject();
                json.writeStringProperty("locale", "en-GB");
                json.writeStringProperty("displayName", "English (United Kingdom)");
                json.writeEndObject();
            })
            .usual("workingHours", SettingsRoutes::writeHours)
            .build();

    public List<Route> all() {
        return List.of(Route.get("/users/{id}/mailboxSettings", ACCESS, 0, SettingsRoutes::settings));
    }

    private static Answer settings(Call call) {
        Set<String> wanted = call.options().select();
        Selection<Person> selection = TYPE.select(wanted);
        Person owner = call.mailboxOwner();
        return CollectionBody.answer(call, Json.bytes(json -> {
            json.writeStartObject();
            json.writeStringProperty(
                    "@odata.context",
                    call.metadata() + "users('" + owner.id() + "')/mailboxSettings" + selection.words());
            selection.writeMembers(json, owner);
            json.writeEndObject();
        }));
    }

    private static void writeReplies(JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("status", "disabled");
        json.writeStringProperty("externalAudience", "all");
        json.writeStringProperty("internalReplyMessage", "");
        json.writeStringProperty("externalReplyMessage", "");
        json.writeEndObject();
    }

    private static void writeHours(JsonGenerator json, Person person) {
        json.writeStartObject();
        json.writeName("daysOfWeek");
        texts(
                json,
                person.hours().days().stream()
                        .map(day -> day.name().toLowerCase(Locale.ROOT))
                        .toList());
        json.writeStringProperty("startTime", time(person.hours().start()));
        json.writeStringProperty("endTime", time(person.hours().end()));
        json.writeObjectPropertyStart("timeZone");
        json.writeStringProperty("name", person.settingsZone());
        json.writeEndObject();
        json.writeEndObject();
    }

    private static String time(LocalTime time) {
        return TIME.format(time);
    }
}
