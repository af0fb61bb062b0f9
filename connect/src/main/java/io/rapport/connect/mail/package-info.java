/**
 * The mail of one mailbox over Graph: its settings, its folders, and of its messages the allow-listed metadata. Must not
 * ask for a subject, a body or anything else that has no place in the lake, and must not know where rows rest.
 */
@NullMarked
package io.rapport.connect.mail;

import org.jspecify.annotations.NullMarked;
