package io.rapport.core.time;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Windows zone names and their IANA zones: CLDR's map, territory 001 (read through ICU 77.1; a test compares). */
final class WindowsZones {

    private static final Map<String, String> IANA = load();

    private WindowsZones() {}

    static @Nullable String iana(String windowsName) {
        return IANA.get(windowsName.toLowerCase(Locale.ROOT));
    }

    private static Map<String, String> load() {
        Map<String, String> zones = new HashMap<>();
        try (InputStream in = WindowsZones.class.getResourceAsStream("windows-zones.tsv");
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
            lines.lines()
                    .map(line -> line.split("\t", 2))
                    .forEach(pair -> zones.put(pair[0].toLowerCase(Locale.ROOT), pair[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(zones);
    }
}
