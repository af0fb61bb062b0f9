/**
 * How rows come to rest: batches pass the privacy gate into chunks, chunks become Parquet in the background, keys are
 * checked against the lake, and one commit makes everything visible. Must not let a value past the gate.
 */
@NullMarked
package io.rapport.lake.landing;

import org.jspecify.annotations.NullMarked;
