/**
 * Microsoft 365 in. Here lie only the codes of what can go wrong on the way; each way in is a package of its own.
 * Knows core only; must not know where rows rest or what is made of them.
 */
@NullMarked
package io.rapport.connect;

import org.jspecify.annotations.NullMarked;
