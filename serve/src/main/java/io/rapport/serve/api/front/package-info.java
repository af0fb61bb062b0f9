/**
 * Where requests of the API come in and answers go out: reading, dispatch, types, versions, problems. Must not know what
 * operations do, nor who may do what.
 */
@NullMarked
package io.rapport.serve.api.front;

import org.jspecify.annotations.NullMarked;
