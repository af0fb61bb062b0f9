/**
 * The datasets that may enter: names, keys, partition dates and columns. The column lists are the field allow-list:
 * what is not named here does not exist for Rapport. Must not read files, know JSON, or know an engine.
 */
@NullMarked
package io.rapport.core.dataset;

import org.jspecify.annotations.NullMarked;
