/**
 * Graph's directory: the tenant, its users and groups, and the app registrations.
 *
 * <p>Must not: know mailboxes.
 */
@NullMarked
package io.rapport.simulator.graph.directory;

import org.jspecify.annotations.NullMarked;
