package io.rapport.serve.profile;

import io.rapport.lake.state.PostgresServer;
import io.rapport.lake.state.StateLocation;

class ProfilesPostgresIT extends ProfilesTest {

    @Override
    StateLocation location() {
        return PostgresServer.of(folder);
    }
}
