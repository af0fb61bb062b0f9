package io.rapport.lake.backup;

import io.rapport.lake.state.StateDatabase;
import io.rapport.lake.state.StateLocation;
import io.rapport.lake.state.StateSchema;
import java.util.Optional;

/** Whose a database is, before anything is put into it. */
public final class StateOwner {

    private StateOwner() {}

    /**
     * The id of the home that it belongs to; empty for a database without a home, in which nobody has kept anything.
     *
     * @param schema the lake's
     */
    public static Optional<String> find(StateLocation location, StateSchema schema) {
        try (StateDatabase database = new StateDatabase(location)) {
            if (database.version(schema) == 0) {
                return Optional.empty();
            }
            return database.read(
                    db -> db.sql("select id from lake_home").query(String.class).optional());
        }
    }
}
