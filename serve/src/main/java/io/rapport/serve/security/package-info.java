/**
 * Who may come in and what each may do: sign-in, roles, sessions, and the one table of all routes. Must not read what the
 * pages show.
 */
@NullMarked
package io.rapport.serve.security;

import org.jspecify.annotations.NullMarked;
