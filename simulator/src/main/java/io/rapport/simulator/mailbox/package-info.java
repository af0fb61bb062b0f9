/**
 * Mailboxes on demand: what lies in one at an instant, and what has changed in it between two, made from the company's
 * correspondences when somebody asks and kept by nobody. What happens to a copy (read, moved, deleted) is a function of
 * the copy, so no earlier question has to be remembered.
 *
 * <p>Must not: render JSON, speak HTTP, hold more than one mailbox, or keep anything between two questions.
 */
@NullMarked
package io.rapport.simulator.mailbox;

import org.jspecify.annotations.NullMarked;
