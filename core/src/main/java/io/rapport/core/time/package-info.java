/**
 * Time as exports and calendars write it, and zone names of both families. The only place that may ask a system
 * for the current time is the clock that is handed in; nothing here asks.
 */
@NullMarked
package io.rapport.core.time;

import org.jspecify.annotations.NullMarked;
