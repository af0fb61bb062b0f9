/** The server as browsers see it, over HTTP on loopback. */
@NullMarked
package io.rapport.serve.server;

import org.jspecify.annotations.NullMarked;
