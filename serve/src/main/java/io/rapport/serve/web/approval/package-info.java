/**
 * Pages of approvals: which extractions through the server are allowed, and the decisions on them. Must not decide itself who
 * may.
 */
@NullMarked
package io.rapport.serve.web.approval;

import org.jspecify.annotations.NullMarked;
