/**
 * The small interfaces in which the rooms meet: connect writes rows through {@link io.rapport.core.landing.Landing},
 * lake implements it and publishes a {@link io.rapport.core.landing.Snapshot}, model reads that. Must not do any work itself.
 */
@NullMarked
package io.rapport.core.landing;

import org.jspecify.annotations.NullMarked;
