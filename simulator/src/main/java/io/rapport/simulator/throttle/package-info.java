/**
 * The limits of Microsoft 365: per app and mailbox, per app and tenant. Time comes in from outside.
 *
 * <p>Must not: wait, know what is asked for, or know HTTP.
 */
@NullMarked
package io.rapport.simulator.throttle;

import org.jspecify.annotations.NullMarked;
