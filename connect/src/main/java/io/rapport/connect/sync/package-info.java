/**
 * A round of syncing a tenant over Graph: the directory, then the mailboxes, several at a time, into the lake in commits
 * that hold many folders. Must not know how rows rest, and must not print.
 */
@NullMarked
package io.rapport.connect.sync;

import org.jspecify.annotations.NullMarked;
