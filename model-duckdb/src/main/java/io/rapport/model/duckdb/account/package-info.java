/**
 * The accounts of one run, ready for pages: an index of one row per account, and the reading of it and of the run's own
 * tables. Must not know people, pages or which run is the latest.
 */
@NullMarked
package io.rapport.model.duckdb.account;

import org.jspecify.annotations.NullMarked;
