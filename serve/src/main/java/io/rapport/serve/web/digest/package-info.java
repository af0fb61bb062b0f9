/** Pages of what changed from run to run, and of who hears of it. Must not compare anything: digests are made elsewhere. */
@NullMarked
package io.rapport.serve.web.digest;

import org.jspecify.annotations.NullMarked;
