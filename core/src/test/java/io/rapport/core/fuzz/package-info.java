/**
 * What the fuzz targets of all modules share: their inputs that are kept, and the look for input in messages. A target is
 * a class named {@code …Fuzz} with a {@code fuzzerTestOneInput}; CONTRIBUTING.md says how to run it. Must not know a reader.
 */
@NullMarked
package io.rapport.core.fuzz;

import org.jspecify.annotations.NullMarked;
