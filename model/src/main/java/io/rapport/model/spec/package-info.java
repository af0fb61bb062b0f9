/**
 * The spec of an enrichment: what it may say, and a reader that finds all of its mistakes at once, each with line and
 * column. Must not read the data that a spec names, nor know an engine.
 */
@NullMarked
package io.rapport.model.spec;

import org.jspecify.annotations.NullMarked;
