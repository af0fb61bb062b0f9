/** Wires the API of programs. Must not decide anything. */
@NullMarked
package io.rapport.serve.api;

import org.jspecify.annotations.NullMarked;
