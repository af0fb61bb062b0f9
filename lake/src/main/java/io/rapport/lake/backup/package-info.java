/**
 * A state database as one file, whatever kind it is: taken as it is at one moment while others write, and put back into a
 * database of either kind. Must not know what tables mean that are not the lake's.
 */
@NullMarked
package io.rapport.lake.backup;

import org.jspecify.annotations.NullMarked;
