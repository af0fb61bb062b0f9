/**
 * Backups of a home: one consistent state with the files that belong to it, taken while others write, and brought back
 * into an empty home on either kind of state database. Must not change the home that it backs up.
 */
@NullMarked
package io.rapport.serve.backup;

import org.jspecify.annotations.NullMarked;
