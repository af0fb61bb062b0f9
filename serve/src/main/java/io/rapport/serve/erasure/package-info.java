/**
 * Erases people from a home: from the lake, from all that was made of it, and from the state database; proves it by a look
 * at every file, and writes a certificate. Must not know pages, and must not print who they were.
 */
@NullMarked
package io.rapport.serve.erasure;

import org.jspecify.annotations.NullMarked;
