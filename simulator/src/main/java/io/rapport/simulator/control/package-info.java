/**
 * What a test turns and reads while the product is at work: the clock, the fault plan, the counters; as Java and as a
 * small HTTP interface on a port of its own.
 *
 * <p>Must not: be reachable through the addresses that the product knows.
 */
@NullMarked
package io.rapport.simulator.control;

import org.jspecify.annotations.NullMarked;
