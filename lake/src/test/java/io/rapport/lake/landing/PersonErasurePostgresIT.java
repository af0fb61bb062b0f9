package io.rapport.lake.landing;

import io.rapport.lake.state.PostgresServer;
import io.rapport.lake.state.StateLocation;

class PersonErasurePostgresIT extends PersonErasureTest {

    @Override
    StateLocation state() {
        return PostgresServer.of(home);
    }
}
