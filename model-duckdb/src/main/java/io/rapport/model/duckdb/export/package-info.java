/**
 * Tables on their way out of the home, for people and for programs. Must not decide who may have them, nor keep a table in
 * memory.
 */
@NullMarked
package io.rapport.model.duckdb.export;

import org.jspecify.annotations.NullMarked;
