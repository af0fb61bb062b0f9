/** Pages of what the server is working on. Must not count anything; what is shown is made elsewhere. */
@NullMarked
package io.rapport.serve.web.job;

import org.jspecify.annotations.NullMarked;
