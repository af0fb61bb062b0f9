package io.rapport.simulator.graph.odata;

import io.rapport.core.time.ZoneName;
import io.rapport.simulator.http.Request;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * What the client would like.
 *
 * @param isImmutableId {@code IdType="ImmutableId"}
 * @param maxPageSize {@code odata.maxpagesize}
 * @param timeZone name as it was asked for, {@code UTC} where it wasn't
 * @param zone the same as a zone
 * @param applied what {@code Preference-Applied} says; empty for nothing
 */
public record Prefer(boolean isImmutableId, OptionalInt maxPageSize, String timeZone, ZoneId zone, String applied) {

    /** @throws GraphRefusal where a value means nothing */
    public static Prefer of(Request request) {
        boolean isImmutableId = false;
        OptionalInt maxPageSize = OptionalInt.empty();
        String timeZone = "UTC";
        ZoneId zone = ZoneOffset.UTC;
        List<String> applied = new ArrayList<>();
        for (String preference : preferences(request)) {
            int equals = preference.indexOf('=');
            String name = (equals < 0 ? preference : preference.substring(0, equals))
                    .strip()
                    .toLowerCase(Locale.ROOT);
            String value =
                    equals < 0 ? "" : preference.substring(equals + 1).strip().replace("\"", "");
            switch (name) {
                case "idtype" -> isImmutableId = value.equalsIgnoreCase("ImmutableId");
                case "odata.maxpagesize" -> maxPageSize = OptionalInt.of(size(value));
                case "outlook.timezone" -> {
                    zone = zone(value);
                    timeZone = value;
                }
                default -> {
                    continue;
                }
            }
            applied.add(preference.strip());
        }
        return new Prefer(isImmutableId, maxPageSize, timeZone, zone, String.join(", ", applied));
    }

    private static List<String> preferences(Request request) {
        List<String> preferences = new ArrayList<>();
        for (String header : request.headers("Prefer")) {
            for (String part : header.split("[,;](?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)) {
                if (!part.isBlank()) {
                    preferences.add(part.strip());
                }
            }
        }
        return preferences;
    }

    private static int size(String value) {
        try {
            int size = Integer.parseInt(value);
            if (size > 0) {
                return size;
            }
        } catch (NumberFormatException noNumber) {
            // Said below.
        }
        throw GraphRefusal.badRequest("Invalid value '" + value + "' for the preference 'odata.maxpagesize'.");
    }

    private static ZoneId zone(String name) {
        return ZoneName.find(name)
                .orElseThrow(() -> new GraphRefusal(
                        400,
                        "ErrorInvalidTimeZone",
                        "A time zone with the specified ID could not be found: '" + name + "'."));
    }
}
