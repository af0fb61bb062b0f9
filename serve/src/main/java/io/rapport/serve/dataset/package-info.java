/**
 * The catalog: what rests in the lake, dataset by dataset, and what each one may hold. Must not read a row.
 */
@NullMarked
package io.rapport.serve.dataset;

import org.jspecify.annotations.NullMarked;
