/**
 * What people chose for the whole installation, by name, in the state database. Must not know what a setting means.
 */
@NullMarked
package io.rapport.serve.setting;

import org.jspecify.annotations.NullMarked;
