/**
 * Users, groups and direct members of a tenant, over Graph: all of them in every round, for they are few beside mail.
 * Must not choose mailboxes beyond what a selection says, and must not know where rows rest.
 */
@NullMarked
package io.rapport.connect.directory;

import org.jspecify.annotations.NullMarked;
