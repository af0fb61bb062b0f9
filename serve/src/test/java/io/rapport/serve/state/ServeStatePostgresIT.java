package io.rapport.serve.state;

import io.rapport.lake.state.PostgresServer;
import io.rapport.lake.state.StateLocation;

class ServeStatePostgresIT extends ServeStateTest {

    @Override
    StateLocation location() {
        return PostgresServer.of(folder);
    }
}
