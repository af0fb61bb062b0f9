package io.rapport.serve.access;

import io.rapport.lake.state.PostgresServer;
import io.rapport.lake.state.StateLocation;
import io.rapport.serve.state.ServeState;

class AccessLogPostgresIT extends AccessLogTest {

    @Override
    StateLocation location() {
        return PostgresServer.of(folder);
    }

    @Override
    void tamper(ServeState state) {
        state.run(
                db -> db.sql("drop trigger access_log_no_change on access_log").update());
        state.run(db -> db.sql("update access_log set subject = 'Nothing' where number = 3")
                .update());
    }
}
