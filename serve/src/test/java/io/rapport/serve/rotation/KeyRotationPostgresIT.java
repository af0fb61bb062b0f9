package io.rapport.serve.rotation;

import io.rapport.lake.state.PostgresServer;
import io.rapport.lake.state.StateLocation;

class KeyRotationPostgresIT extends KeyRotationTest {

    @Override
    StateLocation location() {
        return PostgresServer.of(home);
    }
}
