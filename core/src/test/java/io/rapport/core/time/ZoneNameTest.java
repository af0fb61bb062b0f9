package io.rapport.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.util.TimeZone;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneNameTest {

    @Test
    void knows_every_windows_zone_as_unicode_maps_it_for_the_world() {
        Map<String, String> expected = new TreeMap<>();
        Map<String, String> actual = new TreeMap<>();
        for (String id : TimeZone.getAvailableIDs()) {
            String windowsName = TimeZone.getWindowsID(id);
            if (windowsName != null) {
                expected.put(windowsName, TimeZone.getIDForWindowsID(windowsName, "001"));
                actual.put(windowsName, WindowsZones.iana(windowsName));
            }
        }
        assertThat(expected).hasSizeGreaterThan(130);
        assertThat(actual).isEqualTo(expected);
    }

    @Test
    void every_zone_of_the_table_is_one_that_java_knows() {
        assertThat(ZoneName.find("Pacific Standard Time")).contains(ZoneId.of("America/Los_Angeles"));
        for (String id : TimeZone.getAvailableIDs()) {
            String windowsName = TimeZone.getWindowsID(id);
            if (windowsName != null) {
                assertThat(ZoneName.find(windowsName)).as(windowsName).isPresent();
            }
        }
    }

    @Test
    void names_are_read_whatever_the_locale() {
        assertThat(ZoneName.find("INDIA STANDARD TIME")).contains(ZoneId.of("Asia/Calcutta"));
        assertThat(ZoneName.find(" Europe/Istanbul ")).contains(ZoneId.of("Europe/Istanbul"));
    }

    @Test
    void engines_are_told_names_of_the_zone_database_only() {
        assertThat(ZoneName.findNamed("Z")).contains(ZoneId.of("UTC"));
        assertThat(ZoneName.findNamed("utc")).contains(ZoneId.of("UTC"));
        assertThat(ZoneName.findNamed("Pacific Standard Time")).contains(ZoneId.of("America/Los_Angeles"));
        assertThat(ZoneName.findNamed("+02:00")).isEmpty();
        assertThat(ZoneName.findNamed("Mars/Base")).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "UTC", "utc", "tzone://Microsoft/Utc"})
    void no_name_is_utc(String name) {
        assertThat(ZoneName.find(name)).contains(ZoneOffset.UTC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Customized Time Zone", "Mars/Olympus", "?", "(UTC+01:00) Bern, Zurich"})
    void an_unknown_name_is_empty(String name) {
        assertThat(ZoneName.find(name)).isEmpty();
    }
}
