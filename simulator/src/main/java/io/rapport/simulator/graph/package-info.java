/**
 * Graph's side of the tenant: every request walks through here, from its token to its answer.
 *
 * <p>Must not: know what a path's answer is made of; the packages below do.
 */
@NullMarked
package io.rapport.simulator.graph;

import org.jspecify.annotations.NullMarked;
