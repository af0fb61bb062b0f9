/** Holds the documents to what the program does. */
@NullMarked
package io.rapport.serve.docs;

import org.jspecify.annotations.NullMarked;
