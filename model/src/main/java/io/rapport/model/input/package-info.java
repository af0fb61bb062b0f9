/**
 * The customers' own files in: contacts and accounts as CSV, checked and handed to the engines as lines of JSON. Streams;
 * must not hold a file in memory, and must not decide which rows count (the models do).
 */
@NullMarked
package io.rapport.model.input;

import org.jspecify.annotations.NullMarked;
