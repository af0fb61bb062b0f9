/**
 * Keeps the home quick to read and bounded in size: what leaves after how many months, and when change files are folded.
 * Must not know pages.
 */
@NullMarked
package io.rapport.serve.upkeep;

import org.jspecify.annotations.NullMarked;
