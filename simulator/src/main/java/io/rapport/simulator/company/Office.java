package io.rapport.simulator.company;

import java.time.ZoneId;

/** Where people work: a place, its zone under both families of names, and the region that keeps its mailboxes. */
public enum Office {
    LONDON("Europe/London", "GMT Standard Time", "GB", "EUR", "London"),
    ZURICH("Europe/Zurich", "W. Europe Standard Time", "CH", "EUR", "Zürich"),
    NEW_YORK("America/New_York", "Eastern Standard Time", "US", "NAM", "New York"),
    CHICAGO("America/Chicago", "Central Standard Time", "US", "NAM", "Chicago"),
    BENGALURU("Asia/Kolkata", "India Standard Time", "IN", "EUR", "Bengaluru");

    private final ZoneId zone;
    private final String windowsZone;
    private final String country;
    private final String region;
    private final String city;

    Office(String zone, String windowsZone, String country, String region, String city) {
        this.zone = ZoneId.of(zone);
        this.windowsZone = windowsZone;
        this.country = country;
        this.region = region;
        this.city = city;
    }

    public ZoneId zone() {
        return zone;
    }

    /** The zone as mailbox settings of Windows clients name it. */
    public String windowsZone() {
        return windowsZone;
    }

    /** Two letters, as in {@code usageLocation}. */
    public String country() {
        return country;
    }

    /** Office region, as in {@code preferredDataLocation}. */
    public String region() {
        return region;
    }

    public String city() {
        return city;
    }

    /** One of them, the larger ones more often. */
    static Office drawn(int perMille) {
        if (perMille < 360) {
            return LONDON;
        }
        if (perMille < 580) {
            return ZURICH;
        }
        if (perMille < 820) {
            return NEW_YORK;
        }
        return perMille < 910 ? CHICAGO : BENGALURU;
    }
}
