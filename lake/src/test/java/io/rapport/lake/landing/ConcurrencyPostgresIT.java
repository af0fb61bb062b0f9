package io.rapport.lake.landing;

import io.rapport.core.landing.Landing.Landed;
import io.rapport.lake.state.PostgresServer;
import io.rapport.lake.state.StateLocation;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

class ConcurrencyPostgresIT extends ConcurrencyTest {

    @Override
    StateLocation state() {
        return PostgresServer.of(home);
    }

    @Override
    void awaitWriter(Future<Landed> writer) {
        while (!writer.isDone() && PostgresServer.waiting() == 0) {
            LockSupport.parkNanos(1_000_000);
        }
    }
}
