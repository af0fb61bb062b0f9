/** What enrichments have come to: their list, an overview of each, and its coverage. Must not run or count anything. */
@NullMarked
package io.rapport.serve.web.enrichment;

import org.jspecify.annotations.NullMarked;
