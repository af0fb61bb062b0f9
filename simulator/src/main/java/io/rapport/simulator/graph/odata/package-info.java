/**
 * How Graph is asked and answers, whatever is asked for: query options, the {@code Prefer} header, filters, types and
 * their properties, errors, and the links from page to page.
 *
 * <p>Must not: know a mailbox, a directory or a permission.
 */
@NullMarked
package io.rapport.simulator.graph.odata;

import org.jspecify.annotations.NullMarked;
