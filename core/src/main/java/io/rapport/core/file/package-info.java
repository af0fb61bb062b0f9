/**
 * Files and folders as such. Must not know what lies in them, nor where a home is.
 */
@NullMarked
package io.rapport.core.file;

import org.jspecify.annotations.NullMarked;
