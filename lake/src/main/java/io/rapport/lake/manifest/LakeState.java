package io.rapport.lake.manifest;

import io.rapport.lake.privacy.Suppression;
import io.rapport.lake.state.StateDatabase;
import io.rapport.lake.state.StateLocation;
import io.rapport.lake.state.StateSchema;
import java.time.InstantSource;

/** Opens the state database of a home folder, as far as the lake owns it. */
public final class LakeState {

    /** With the newest migration in {@code db/lake}; a test compares. */
    static final StateSchema SCHEMA = new StateSchema("lake", 5);

    private LakeState() {}

    /** The tables that the lake owns. */
    public static StateSchema schema() {
        return SCHEMA;
    }

    /** Who must not land any more; nobody where the lake was never opened. */
    public static Suppression suppression(StateDatabase state, HomeLayout layout, InstantSource clock) {
        return state.version(SCHEMA) < SCHEMA.newest()
                ? Suppression.NONE
                : new Suppressions(state, layout, clock).current();
    }

    /**
     * Opens the database; the caller closes it. Creates or migrates the lake's tables, once it is sure that the database is this home's.
     *
     * @throws io.rapport.core.error.RapportException {@link io.rapport.lake.LakeError#HOME_MISMATCH} where home and
     *     database don't belong together; then neither is changed
     */
    public static StateDatabase open(HomeLayout layout, StateLocation location) {
        HomeBond bond = new HomeBond(layout, location);
        bond.requireRightKind();
        StateDatabase state = new StateDatabase(location);
        try {
            if (location.findFile().isEmpty() && state.version(SCHEMA) == 0) {
                bond.requireNothingLanded();
            }
            state.migrate(SCHEMA);
            bond.tie(state);
            return state;
        } catch (RuntimeException e) {
            state.close();
            throw e;
        }
    }
}
