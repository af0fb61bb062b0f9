/**
 * The SQL models: one file, one {@code select}, with what it promises on top. Must not run anything.
 */
@NullMarked
package io.rapport.model.sql;

import org.jspecify.annotations.NullMarked;
