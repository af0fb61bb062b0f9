/**
 * One mailbox over Graph: its settings, and of its messages, contacts and events the allow-listed metadata. Must not
 * ask for a subject, a body or anything else that has no place in the lake, and must not know where rows rest.
 */
@NullMarked
package io.rapport.connect.mailbox;

import org.jspecify.annotations.NullMarked;
