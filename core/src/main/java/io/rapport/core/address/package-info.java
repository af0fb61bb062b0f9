/**
 * Mail addresses and conversation ids in their one normal form. Pure functions; must not look anything up.
 */
@NullMarked
package io.rapport.core.address;

import org.jspecify.annotations.NullMarked;
