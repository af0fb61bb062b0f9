/**
 * Datasets as Parquet: how their columns are typed and partitioned, how rows are written, how exports are read. Must not
 * know the manifest.
 */
@NullMarked
package io.rapport.lake.parquet;

import org.jspecify.annotations.NullMarked;
