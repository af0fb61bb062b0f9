/**
 * A company that never was, for the demo, the benchmarks and the tests: made from a seed, the same seed the same
 * company to the byte, and shown the ways Microsoft 365 shows one.
 *
 * <p>Must not: know any room of the product but {@code core}, be known by any but the commands that start it and the
 * benchmarks, or take anything from the machine it runs on (clock, time zone, locale, random source).
 */
@NullMarked
package io.rapport.simulator;

import org.jspecify.annotations.NullMarked;
