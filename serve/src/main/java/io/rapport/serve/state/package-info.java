/**
 * Serve's tables in the state database, which it shares with the lake: one history of migrations each. Must not know
 * what the tables mean.
 */
@NullMarked
package io.rapport.serve.state;

import org.jspecify.annotations.NullMarked;
