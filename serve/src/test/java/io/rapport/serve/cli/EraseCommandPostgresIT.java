package io.rapport.serve.cli;

import io.rapport.lake.state.PostgresServer;
import io.rapport.lake.state.StateLocation;
import java.util.List;

class EraseCommandPostgresIT extends EraseCommandTest {

    @Override
    StateLocation location() {
        return PostgresServer.of(home);
    }

    @Override
    List<String> stateWords() {
        return List.of("--state-url", PostgresServer.url(PostgresServer.schema(home)));
    }
}
