/**
 * How long work says how far it is. Must not know a terminal or a page.
 */
@NullMarked
package io.rapport.core.progress;

import org.jspecify.annotations.NullMarked;
