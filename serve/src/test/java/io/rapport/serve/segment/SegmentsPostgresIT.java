package io.rapport.serve.segment;

import io.rapport.lake.state.PostgresServer;
import io.rapport.lake.state.StateLocation;

class SegmentsPostgresIT extends SegmentsTest {

    @Override
    StateLocation location() {
        return PostgresServer.of(folder);
    }
}
