/**
 * The demonstration: a made-up company in a home of its own, and what its tables show.
 *
 * <p>Must not: touch a home that holds anybody's data, or reach into the product by any way that people don't have.
 */
@NullMarked
package io.rapport.serve.demo;

import org.jspecify.annotations.NullMarked;
