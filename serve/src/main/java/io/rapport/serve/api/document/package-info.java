/** The OpenAPI document, written from the operations themselves. Must not know what an operation does. */
@NullMarked
package io.rapport.serve.api.document;

import org.jspecify.annotations.NullMarked;
