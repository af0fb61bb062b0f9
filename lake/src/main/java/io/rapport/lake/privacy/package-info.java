/**
 * The one door to disk: takes rows as sources wrote them and lets out one line of JSON that holds the schema's columns,
 * normalised, and nothing else. Must not read files, know an engine, or decide what happens to a refused row.
 */
@NullMarked
package io.rapport.lake.privacy;

import org.jspecify.annotations.NullMarked;
