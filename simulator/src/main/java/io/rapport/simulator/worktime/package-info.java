/**
 * When people work: weekdays, holidays, mornings, zones, and how what happens in a month spreads over its days.
 *
 * <p>Must not: know what happens, or ask the machine for its time or zone.
 */
@NullMarked
package io.rapport.simulator.worktime;

import org.jspecify.annotations.NullMarked;
