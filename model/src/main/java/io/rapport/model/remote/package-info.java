/**
 * An engine in a process of its own: what is asked of it and what it answers, as bytes. Both ends live here. Must not
 * know which engine it is, nor how its process is started.
 */
@NullMarked
package io.rapport.model.remote;

import org.jspecify.annotations.NullMarked;
