/**
 * A run of an enrichment on a Spark cluster, where the exports lie: wires the reading of exports, the privacy gate and the
 * models on Spark, as {@code serve} does on one machine. Must not know DuckDB, a state database or {@code serve}.
 */
@NullMarked
package io.rapport.cluster;

import org.jspecify.annotations.NullMarked;
