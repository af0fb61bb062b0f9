/** Pages of customer profiles. Must not read a file of customers itself. */
@NullMarked
package io.rapport.serve.web.profile;

import org.jspecify.annotations.NullMarked;
