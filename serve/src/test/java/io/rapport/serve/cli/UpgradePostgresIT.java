package io.rapport.serve.cli;

import io.rapport.lake.state.PostgresServer;
import io.rapport.lake.state.StateLocation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

class UpgradePostgresIT extends UpgradeTest {

    @Override
    void open(KeptHome kept, Path home) throws IOException {
        kept.openOnPostgres(home);
    }

    @Override
    List<String> words(Path home) {
        return List.of("--state-url", PostgresServer.url(PostgresServer.schema(home)));
    }

    @Override
    StateLocation location(Path home) {
        return PostgresServer.of(home);
    }
}
