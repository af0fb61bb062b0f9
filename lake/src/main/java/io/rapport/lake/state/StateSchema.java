package io.rapport.lake.state;

/**
 * The tables that one room owns in the state database, with a history of migrations of their own: in
 * {@code db/<room>/common}, and in {@code db/<room>/<vendor>} where the databases' dialects differ.
 *
 * @param room who owns them
 * @param newest version of the newest migration, on every vendor
 */
public record StateSchema(String room, int newest) {

    /** The table in which Flyway keeps the history. */
    public String history() {
        return "flyway_schema_history_" + room;
    }

    String[] folders(StateLocation location) {
        return new String[] {"classpath:db/" + room + "/common", "classpath:db/" + room + "/" + location.vendor()};
    }
}
