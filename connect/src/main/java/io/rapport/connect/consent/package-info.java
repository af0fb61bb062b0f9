/**
 * What a connector needs to be allowed, why, and whether it is. Must not read more than it takes to find out.
 */
@NullMarked
package io.rapport.connect.consent;

import org.jspecify.annotations.NullMarked;
