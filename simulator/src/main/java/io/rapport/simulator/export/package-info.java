/**
 * The company as Graph Data Connect would write it: a stream of JSON lines per dataset, in Microsoft's own shapes, and
 * the customer profiles beside them. Private fields are filled with made-up words, so that there is something to leave
 * out.
 *
 * <p>What differs from Microsoft's: junk and drafts are left out unless the plan asks for all folders, because no
 * connector reads those folders and the same company shall land as the same rows either way; and the directory is whole,
 * guests and leavers included, because without them nobody could say why they have no data.
 *
 * <p>Must not: hold a dataset, or make up anything that the company doesn't know.
 */
@NullMarked
package io.rapport.simulator.export;

import org.jspecify.annotations.NullMarked;
