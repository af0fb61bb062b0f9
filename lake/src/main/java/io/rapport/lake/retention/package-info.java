/**
 * What leaves the lake before its time: erasure. Must not decide whose data goes; must leave nothing of it behind.
 */
@NullMarked
package io.rapport.lake.retention;

import org.jspecify.annotations.NullMarked;
