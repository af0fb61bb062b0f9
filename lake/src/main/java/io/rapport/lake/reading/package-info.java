/**
 * How the lake is read: SQL over a snapshot's files, views, and the room in which people's own queries run. Must not
 * write, and must not look past the snapshot that it was given.
 */
@NullMarked
package io.rapport.lake.reading;

import org.jspecify.annotations.NullMarked;
