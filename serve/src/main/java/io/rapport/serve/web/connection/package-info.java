/** Pages of connections: what they are, how they stand, how one is made and ended. Must not count anything; what is shown is made elsewhere. */
@NullMarked
package io.rapport.serve.web.connection;

import org.jspecify.annotations.NullMarked;
