/**
 * One call of Graph on its way: who calls, what may be called, how a collection is cut into pages and how its changes
 * are told.
 *
 * <p>Must not: know what the directory or a mailbox holds.
 */
@NullMarked
package io.rapport.simulator.graph.call;

import org.jspecify.annotations.NullMarked;
