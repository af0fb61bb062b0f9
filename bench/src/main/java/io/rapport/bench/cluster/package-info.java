/**
 * What a run on a Spark cluster takes: exports on disk, the jar for {@code spark-submit} as people submit it, and what its
 * manifest says of each step. Must not know Spark's classes: it runs in a process of its own.
 */
@NullMarked
package io.rapport.bench.cluster;

import org.jspecify.annotations.NullMarked;
