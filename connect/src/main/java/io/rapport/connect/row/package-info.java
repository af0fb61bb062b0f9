/**
 * One JSON object into one {@link io.rapport.core.landing.Row}, by a dataset's schema, for every way in that speaks JSON.
 * What the schema doesn't name is skipped unseen. Knows core only; must not know where the object came from.
 */
@NullMarked
package io.rapport.connect.row;

import org.jspecify.annotations.NullMarked;
