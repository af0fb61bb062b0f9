/** What it costs to erase many people at once, beside one. */
@NullMarked
package io.rapport.bench.erasure;

import org.jspecify.annotations.NullMarked;
