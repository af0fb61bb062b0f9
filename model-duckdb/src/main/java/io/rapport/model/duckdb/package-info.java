/**
 * The embedded engine: runs the models of {@code model} on DuckDB over a snapshot of the lake.
 */
@NullMarked
package io.rapport.model.duckdb;

import org.jspecify.annotations.NullMarked;
