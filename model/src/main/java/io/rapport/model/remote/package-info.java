/**
 * An engine in a process of its own: what is asked of it and what it answers, as bytes, and how a program is started that
 * answers. Both ends live here. Must not know which engine it is.
 */
@NullMarked
package io.rapport.model.remote;

import org.jspecify.annotations.NullMarked;
