/**
 * The wizard that makes an enrichment or edits one: a step each an address, what is typed kept from step to step. Must not
 * save anything by itself; what is allowed and what follows is decided elsewhere.
 */
@NullMarked
package io.rapport.serve.web.wizard;

import org.jspecify.annotations.NullMarked;
