/**
 * A run of an enrichment: inputs in, models built in order, tables out, all or nothing.
 * Must not know an engine, the lake's inside, or who asked for the run.
 */
@NullMarked
package io.rapport.model.run;

import org.jspecify.annotations.NullMarked;
