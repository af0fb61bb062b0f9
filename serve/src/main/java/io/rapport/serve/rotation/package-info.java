/**
 * Rotates the key of a home's secrets, and knows every place in the state database where one rests. Must not know what a
 * secret says.
 */
@NullMarked
package io.rapport.serve.rotation;

import org.jspecify.annotations.NullMarked;
