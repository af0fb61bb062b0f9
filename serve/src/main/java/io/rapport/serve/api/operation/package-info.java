/**
 * What the API can be asked for, and how it answers: operations, what each takes, the shapes of answers, errors. Must not
 * know HTTP's requests and responses, nor any service.
 */
@NullMarked
package io.rapport.serve.api.operation;

import org.jspecify.annotations.NullMarked;
