/**
 * Customers as the latest run sees them: which run that is, what is true of an account and why, in words. Reads runs'
 * tables, and must not show anybody of either side by name or address, nor know pages.
 */
@NullMarked
package io.rapport.serve.customer;

import org.jspecify.annotations.NullMarked;
