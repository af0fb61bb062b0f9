/**
 * The access log: who saw, exported, changed or deleted what. It only grows, and each entry vouches for the one before it.
 * Must not know pages.
 */
@NullMarked
package io.rapport.serve.access;

import org.jspecify.annotations.NullMarked;
