/**
 * Approvals: which extractions through the server an administrator let somebody make, until when. Must not know pages, nor
 * read or write a row of a dataset.
 */
@NullMarked
package io.rapport.serve.approval;

import org.jspecify.annotations.NullMarked;
