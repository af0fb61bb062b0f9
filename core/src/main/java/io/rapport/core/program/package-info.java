/**
 * What every room may know of the program as a whole. Must not know where or how it runs.
 */
@NullMarked
package io.rapport.core.program;

import org.jspecify.annotations.NullMarked;
