/**
 * Reports that the models answer over a range of days. Must not know an engine, and must not name a person.
 */
@NullMarked
package io.rapport.model.report;

import org.jspecify.annotations.NullMarked;
