/**
 * What leaves the lake, and how its files are folded together: erasure, retention, compaction. Must not decide whose data
 * goes or how long it is kept; an erasure must leave nothing of it behind.
 */
@NullMarked
package io.rapport.lake.retention;

import org.jspecify.annotations.NullMarked;
