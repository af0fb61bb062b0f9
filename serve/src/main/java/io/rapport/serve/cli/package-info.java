/**
 * The command line: what people type, what they read, and the exit code. Commands say what they want done and print
 * what came of it; the work itself is done in the other rooms. The only place that may write to a terminal.
 */
@NullMarked
package io.rapport.serve.cli;

import org.jspecify.annotations.NullMarked;
