/**
 * What is measured, each in a process of its own: the import, the scan floor, an enrichment. Must not know how it is
 * reported.
 */
@NullMarked
package io.rapport.bench.measure;

import org.jspecify.annotations.NullMarked;
