/**
 * The state database: where it is, how it is opened and migrated, what goes wrong with it. One code for SQLite and
 * PostgreSQL; only this package knows which it is. Must not know what the tables mean.
 */
@NullMarked
package io.rapport.lake.state;

import org.jspecify.annotations.NullMarked;
