/**
 * The contract of account engagement written out in plain loops over lists and maps, one visible line per sentence:
 * what engines are compared with. Must not be clever, and must know neither SQL nor an engine.
 */
@NullMarked
package io.rapport.model.truth;

import org.jspecify.annotations.NullMarked;
