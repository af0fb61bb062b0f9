/**
 * Segments: customers that fulfil a rule over the year's rows of an enrichment, saved under a name, and how many they are
 * from run to run. Must not know pages, nor decide what a word such as "stale" means.
 */
@NullMarked
package io.rapport.serve.segment;

import org.jspecify.annotations.NullMarked;
