package io.rapport.serve.state;

import io.rapport.lake.state.PostgresServer;
import io.rapport.lake.state.StateLocation;

class BrokenMigrationPostgresIT extends BrokenMigrationTest {

    @Override
    StateLocation location() {
        return PostgresServer.of(folder);
    }

    @Override
    String vendor() {
        return "postgresql";
    }
}
