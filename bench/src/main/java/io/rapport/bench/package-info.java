/**
 * The benchmarks: {@code rapport bench}. Wires the measurements and reports them. Must not be known by any other module.
 */
@NullMarked
package io.rapport.bench;

import org.jspecify.annotations.NullMarked;
