/** Pages of coming in and going out. Must not count anything; what is shown is made elsewhere. */
@NullMarked
package io.rapport.serve.web.signin;

import org.jspecify.annotations.NullMarked;
