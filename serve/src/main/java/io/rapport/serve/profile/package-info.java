/**
 * Customer profiles: named, versioned sets of accounts and contacts of a home, and the contacts that people added by hand.
 * Must not know how they were brought, nor print.
 */
@NullMarked
package io.rapport.serve.profile;

import org.jspecify.annotations.NullMarked;
