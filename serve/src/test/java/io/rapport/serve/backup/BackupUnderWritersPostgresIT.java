package io.rapport.serve.backup;

import io.rapport.lake.state.PostgresServer;
import io.rapport.lake.state.StateLocation;
import java.nio.file.Path;

class BackupUnderWritersPostgresIT extends BackupTest {

    @Override
    StateLocation state(Path home) {
        return PostgresServer.of(home);
    }
}
