package io.rapport.lake.state;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * A connection to a state file on which anything failed is not used again: where a transaction could not begin, SQLite's
 * driver takes it for begun, and nothing works on that connection any more.
 */
public final class Poisoned implements SQLExceptionOverride {

    @java.lang.Override
    public SQLExceptionOverride.Override adjudicate(SQLException failed) {
        return SQLExceptionOverride.Override.MUST_EVICT;
    }
}
