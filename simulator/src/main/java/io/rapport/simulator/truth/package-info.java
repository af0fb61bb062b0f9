/**
 * What the engagement table must say, counted from what the company's people did and not from copies of it: a second
 * opinion for tests. It knows what an export can know: what lies in no exported mailbox is unknown to it too.
 *
 * <p>Must not: read an export, know how the product counts, or be used by the product. Memory in proportion to accounts,
 * periods and people: it is meant for small companies.
 */
@NullMarked
package io.rapport.simulator.truth;

import org.jspecify.annotations.NullMarked;
