/** The command line, called in this process with captured streams; {@code *IT} calls the launcher itself. */
@NullMarked
package io.rapport.serve.cli;

import org.jspecify.annotations.NullMarked;
