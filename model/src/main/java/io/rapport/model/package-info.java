/**
 * The workshop: the spec of an enrichment, the SQL models, the runner and the engine interface.
 * Must not know DuckDB, Spark, the lake's inside or any page.
 */
@NullMarked
package io.rapport.model;

import org.jspecify.annotations.NullMarked;
