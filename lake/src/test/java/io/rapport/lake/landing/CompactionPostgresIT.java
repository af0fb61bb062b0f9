package io.rapport.lake.landing;

import io.rapport.lake.state.PostgresServer;
import io.rapport.lake.state.StateLocation;

class CompactionPostgresIT extends CompactionTest {

    @Override
    StateLocation state() {
        return PostgresServer.of(home);
    }
}
