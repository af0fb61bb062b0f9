/**
 * The server as a process: what it needs to start, how it starts, what it logs. Must not build pages, and must not decide
 * who may do what.
 */
@NullMarked
package io.rapport.serve.server;

import org.jspecify.annotations.NullMarked;
