/**
 * Extractions: what somebody asks for of one dataset, checked; whose mailboxes an extraction delivers; and where its files
 * lie until all are there. Must not know an engine, the lake's inside, or who asked.
 */
@NullMarked
package io.rapport.model.extract;

import org.jspecify.annotations.NullMarked;
