/**
 * Data > Datasets: the catalog, a page for each dataset, and extractions. Must not show a person's value to anybody but
 * administrators, nor count anything.
 */
@NullMarked
package io.rapport.serve.web.dataset;

import org.jspecify.annotations.NullMarked;
