/**
 * Running enrichments on a home: from a spec to recorded tables. Must not print, and must not count anything itself.
 */
@NullMarked
package io.rapport.serve.enrichment;

import org.jspecify.annotations.NullMarked;
