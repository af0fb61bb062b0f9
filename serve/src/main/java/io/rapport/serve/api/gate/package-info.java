/**
 * Who comes in by the API: bearer tokens, how many requests, what is said to those who may not. Keeps no session. Must not know
 * what operations do.
 */
@NullMarked
package io.rapport.serve.api.gate;

import org.jspecify.annotations.NullMarked;
