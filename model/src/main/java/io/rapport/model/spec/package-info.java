/** The spec of an enrichment. */
@NullMarked
package io.rapport.model.spec;

import org.jspecify.annotations.NullMarked;
