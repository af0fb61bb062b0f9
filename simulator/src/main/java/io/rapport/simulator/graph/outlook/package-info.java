/**
 * Graph's Outlook: mail, calendars, contacts and settings of one mailbox at a time. Mailboxes are opened when they are
 * asked, and a few stay open.
 *
 * <p>Must not: decide who may read what kind of data as a whole (routes say it), or keep anything that can't be made
 * again.
 */
@NullMarked
package io.rapport.simulator.graph.outlook;

import org.jspecify.annotations.NullMarked;
