package io.rapport.lake.landing;

import io.rapport.lake.state.PostgresServer;
import io.rapport.lake.state.StateLocation;

class SourceErasurePostgresIT extends SourceErasureTest {

    @Override
    StateLocation state() {
        return PostgresServer.of(home);
    }
}
