/**
 * Where data rests: Parquet files, their manifest and checkpoints, one commit. Owns DuckDB's connections.
 * Must not know where rows come from or what is counted.
 */
@NullMarked
package io.rapport.lake;

import org.jspecify.annotations.NullMarked;
