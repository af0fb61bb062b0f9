/**
 * What changed from one run of an enrichment to the next: made once after each run, kept, mailed to those who asked for it,
 * and posted to a webhook. Speaks of customers and domains, never of a person. Must not know pages.
 */
@NullMarked
package io.rapport.serve.digest;

import org.jspecify.annotations.NullMarked;
