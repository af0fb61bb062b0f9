/**
 * What the lake holds: the state database's tables of commits, files, checkpoints and writers' leases. A commit is one
 * transaction. Must not read or write rows.
 */
@NullMarked
package io.rapport.lake.manifest;

import org.jspecify.annotations.NullMarked;
