/**
 * What an engine must be able to do for a run, and the words in which it is told. Must not know one.
 */
@NullMarked
package io.rapport.model.engine;

import org.jspecify.annotations.NullMarked;
