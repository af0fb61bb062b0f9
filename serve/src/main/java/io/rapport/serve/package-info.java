/**
 * The house that people visit: wires the rooms together and speaks to people. Nobody imports it.
 */
@NullMarked
package io.rapport.serve;

import org.jspecify.annotations.NullMarked;
