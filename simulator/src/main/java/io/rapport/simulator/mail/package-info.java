/**
 * Who writes to whom and when: every correspondence of the company, each month of it made on demand, each email once.
 * What is made is a function of the company and the month; nothing is kept.
 *
 * <p>Must not: know mailboxes, folders or copies, or keep a month that it made.
 */
@NullMarked
package io.rapport.simulator.mail;

import org.jspecify.annotations.NullMarked;
