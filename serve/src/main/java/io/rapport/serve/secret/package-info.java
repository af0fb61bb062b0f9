/**
 * Secrets at rest: encrypted with a key that lies in a file of its own or in the environment, never in the database.
 * Must not print, and must not know what the secrets are for.
 */
@NullMarked
package io.rapport.serve.secret;

import org.jspecify.annotations.NullMarked;
