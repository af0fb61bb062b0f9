/** Holds the house to its own rules; {@code fixture} packages break them on purpose, to prove that each rule can fail. */
@NullMarked
package io.rapport.serve.architecture;

import org.jspecify.annotations.NullMarked;
