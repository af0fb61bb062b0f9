/**
 * Who meets whom and when: every occurrence of every meeting, made on demand, each once, with what becomes of it (moved,
 * cancelled) and what people answer, and at which instants.
 *
 * <p>Must not: know calendars or copies, or keep what it made.
 */
@NullMarked
package io.rapport.simulator.meeting;

import org.jspecify.annotations.NullMarked;
