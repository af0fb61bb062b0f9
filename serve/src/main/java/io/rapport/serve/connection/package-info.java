/**
 * Connections, and what syncs them. Today there is one connector, Graph Data Connect import: a folder that exports are
 * written to, watched. Must not change, move or delete anything in such a folder, must not talk to a terminal, and must
 * not know how rows are read or stored beyond their error codes.
 */
@NullMarked
package io.rapport.serve.connection;

import org.jspecify.annotations.NullMarked;
