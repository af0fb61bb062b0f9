/**
 * Entra: who may sign in, which apps there are, what was consented to them, and the tokens that say so.
 *
 * <p>Must not: know Graph's paths, or check a password: whoever is at the keyboard picks a person.
 */
@NullMarked
package io.rapport.simulator.entra;

import org.jspecify.annotations.NullMarked;
