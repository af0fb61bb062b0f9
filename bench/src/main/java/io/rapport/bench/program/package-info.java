/** The built program as a process, for benchmarks of what only all of it together does. Must not know what it is for. */
@NullMarked
package io.rapport.bench.program;

import org.jspecify.annotations.NullMarked;
