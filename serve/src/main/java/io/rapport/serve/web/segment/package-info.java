/** Insights > Segments: the list, the builder, the members. Must not compute a metric, nor know who is behind an account. */
@NullMarked
package io.rapport.serve.web.segment;

import org.jspecify.annotations.NullMarked;
