package io.rapport.lake;

import io.rapport.lake.state.PostgresServer;
import io.rapport.lake.state.StateLocation;

class LakePostgresIT extends LakeTest {

    @Override
    StateLocation state() {
        return PostgresServer.of(home);
    }

    @Override
    void execute(String sql) {
        PostgresServer.execute(PostgresServer.schema(home), sql);
    }
}
