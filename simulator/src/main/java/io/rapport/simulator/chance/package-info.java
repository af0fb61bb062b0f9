/**
 * Chance that repeats itself: numbers that are a function of a key alone, the same on every machine and JDK.
 *
 * <p>Must not: keep state between calls, or use a random source or a transcendental function of the machine's.
 */
@NullMarked
package io.rapport.simulator.chance;

import org.jspecify.annotations.NullMarked;
