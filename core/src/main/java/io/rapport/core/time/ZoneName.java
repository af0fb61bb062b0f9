package io.rapport.core.time;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Time zone names of both families that Microsoft 365 writes: IANA ({@code Europe/Zurich}) and Windows. */
public final class ZoneName {

    private ZoneName() {}

    /** The zone of a name, or empty where nobody knows it. A null or blank name is UTC. */
    public static Optional<ZoneId> find(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return Optional.of(ZoneOffset.UTC);
        }
        String stripped = name.strip();
        if (stripped.equalsIgnoreCase("UTC") || stripped.equalsIgnoreCase("tzone://Microsoft/Utc")) {
            return Optional.of(ZoneOffset.UTC);
        }
        String iana = WindowsZones.iana(stripped);
        try {
            return Optional.of(ZoneId.of(iana == null ? stripped : iana));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    /** The same, but only a zone of the zone database, under the name that both engines know: no offset, and no {@code Z}. */
    public static Optional<ZoneId> findNamed(String name) {
        return find(name)
                .map(zone -> zone.equals(ZoneOffset.UTC) ? ZoneId.of("UTC") : zone)
                .filter(zone -> ZoneId.getAvailableZoneIds().contains(zone.getId()));
    }
}
