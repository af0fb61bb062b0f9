package io.rapport.lake.landing;

import io.rapport.lake.state.PostgresServer;
import io.rapport.lake.state.StateLocation;

class CrashPostgresIT extends CrashTest {

    @Override
    StateLocation state() {
        return PostgresServer.of(home);
    }
}
