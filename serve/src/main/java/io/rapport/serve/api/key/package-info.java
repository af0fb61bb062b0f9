/**
 * The keys by which programs prove themselves: made, looked up, revoked. Must not know HTTP, and must not keep a secret.
 */
@NullMarked
package io.rapport.serve.api.key;

import org.jspecify.annotations.NullMarked;
