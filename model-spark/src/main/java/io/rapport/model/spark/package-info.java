/**
 * The distributed engine: runs the models of {@code model} on Apache Spark over a snapshot's files. Lives in a process
 * of its own. Must not know the lake's inside, DuckDB or who asked for the run.
 */
@NullMarked
package io.rapport.model.spark;

import org.jspecify.annotations.NullMarked;
