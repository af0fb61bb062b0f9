/**
 * Looking people and groups up in the directory that has landed, for administrators. Must not decide who is selected.
 */
@NullMarked
package io.rapport.model.duckdb.directory;

import org.jspecify.annotations.NullMarked;
