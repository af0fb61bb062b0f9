/**
 * Extractions on DuckDB: rows of a pinned snapshot, copied to files by the engine itself. Must not decide what an
 * extraction may ask for; that is {@code model.extract}'s.
 */
@NullMarked
package io.rapport.model.duckdb.extract;

import org.jspecify.annotations.NullMarked;
