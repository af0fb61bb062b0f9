/**
 * The one exception type and what its codes say. A message never holds an address, a subject or a token.
 */
@NullMarked
package io.rapport.core.error;

import org.jspecify.annotations.NullMarked;
