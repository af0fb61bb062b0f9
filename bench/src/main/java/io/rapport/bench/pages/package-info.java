/**
 * Measures the server's pages from outside, as browsers see them: the program runs as a process of its own. Must not know
 * the server's classes.
 */
@NullMarked
package io.rapport.bench.pages;

import org.jspecify.annotations.NullMarked;
