/**
 * The tenant as a whole: a company, Entra and Graph on loopback, and the handles by which a test turns them.
 *
 * <p>Must not: be known by any but the commands that start it, the benchmarks, and tests.
 */
@NullMarked
package io.rapport.simulator.tenant;

import org.jspecify.annotations.NullMarked;
