/**
 * Work that the server does by itself or when asked: queued in the state database, done by one of its processes, resumed
 * when that one dies. Must not know pages.
 */
@NullMarked
package io.rapport.serve.job;

import org.jspecify.annotations.NullMarked;
