package io.rapport.serve.run;

import io.rapport.lake.state.PostgresServer;
import io.rapport.lake.state.StateLocation;

class RunLogPostgresIT extends RunLogTest {

    @Override
    StateLocation location() {
        return PostgresServer.of(folder);
    }
}
