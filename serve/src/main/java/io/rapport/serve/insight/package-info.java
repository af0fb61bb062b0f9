/**
 * Answers that the models give about people in groups, kept for pages. Must not know pages, nor name a person.
 */
@NullMarked
package io.rapport.serve.insight;

import org.jspecify.annotations.NullMarked;
