/** JSON as text, for answers and for columns of the state database. Must not know what the values mean. */
@NullMarked
package io.rapport.serve.json;

import org.jspecify.annotations.NullMarked;
