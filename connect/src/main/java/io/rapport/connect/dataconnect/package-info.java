/**
 * Graph Data Connect exports in: finds the files, reads their shapes, hands rows to {@link io.rapport.core.landing.Landing}.
 * Knows core only; must not decide what may land (the gate in lake does) and must not know an engine.
 */
@NullMarked
package io.rapport.connect.dataconnect;

import org.jspecify.annotations.NullMarked;
