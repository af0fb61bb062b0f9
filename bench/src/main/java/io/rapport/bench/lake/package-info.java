/** How quick the lake stays to read while a tenant is synced day by day, with compaction and without. */
@NullMarked
package io.rapport.bench.lake;

import org.jspecify.annotations.NullMarked;
