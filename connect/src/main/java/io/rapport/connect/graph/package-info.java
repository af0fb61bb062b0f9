/**
 * The client of Microsoft Graph and of Entra's tokens: the only code that speaks HTTP, and the only code that knows
 * Nimbus. It sends requests, keeps to Microsoft's limits, tries again where that helps, and hands answers over; what they
 * mean it does not know. Must not follow a link to another host, must not write tokens, links or answers into messages,
 * and must not know where rows rest.
 *
 * <p>Everything happens on one {@link io.rapport.connect.graph.Loop}, in the thread that runs it: requests wait in lanes
 * (one per mailbox, one for the directory), a {@link io.rapport.connect.graph.Transport} sends them, and answers come
 * back as work for the loop. So nothing here is locked, and tests run it on a clock of their own.
 */
@NullMarked
package io.rapport.connect.graph;

import org.jspecify.annotations.NullMarked;
