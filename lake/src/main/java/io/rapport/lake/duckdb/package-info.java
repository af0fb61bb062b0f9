/**
 * DuckDB's connections: in memory, with limits on memory, threads and spill, no extension downloads, UTC; and what its
 * errors mean. Must not know datasets or the manifest. DuckDB's own message texts never leave this package, except
 * those of {@code LakeQuery}'s parser, because they may quote data.
 */
@NullMarked
package io.rapport.lake.duckdb;

import org.jspecify.annotations.NullMarked;
