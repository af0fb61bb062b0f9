/** Benchmarks of extraction and of the report on contact activity, over made-up signals. */
@NullMarked
package io.rapport.bench.extract;

import org.jspecify.annotations.NullMarked;
