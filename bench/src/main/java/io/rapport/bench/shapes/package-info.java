/**
 * What an import costs in each shape that exports come in. Must not know how the lake or the models work.
 */
@NullMarked
package io.rapport.bench.shapes;

import org.jspecify.annotations.NullMarked;
