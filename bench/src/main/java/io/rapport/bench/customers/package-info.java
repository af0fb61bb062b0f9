/** How fast customers are listed and shown: made-up tables of a run, and readers of them. Must not know the server. */
@NullMarked
package io.rapport.bench.customers;

import org.jspecify.annotations.NullMarked;
