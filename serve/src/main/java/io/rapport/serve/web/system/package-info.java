/** Pages of status, access log and settings. Must not count anything; what is shown is made elsewhere. */
@NullMarked
package io.rapport.serve.web.system;

import org.jspecify.annotations.NullMarked;
