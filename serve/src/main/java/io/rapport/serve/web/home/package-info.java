/** Pages of the first page: what is set up, what is connected, what there is. Must not count anything; what is shown is made elsewhere. */
@NullMarked
package io.rapport.serve.web.home;

import org.jspecify.annotations.NullMarked;
