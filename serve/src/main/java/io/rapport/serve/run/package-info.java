/**
 * The log of runs: what was asked, who agreed, what came of it. Must not run anything itself.
 */
@NullMarked
package io.rapport.serve.run;

import org.jspecify.annotations.NullMarked;
