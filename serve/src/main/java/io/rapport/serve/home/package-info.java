/**
 * The home folder and how much memory a process on it may take. Must not read or write what rests there.
 */
@NullMarked
package io.rapport.serve.home;

import org.jspecify.annotations.NullMarked;
