/**
 * The mail that benchmarks run on: a made-up company, written as exports while it is read. Must not know what reads it.
 */
@NullMarked
package io.rapport.bench.source;

import org.jspecify.annotations.NullMarked;
