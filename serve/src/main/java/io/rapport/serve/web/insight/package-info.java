/** Insights about people in groups. Must not count anything, nor name a person. */
@NullMarked
package io.rapport.serve.web.insight;

import org.jspecify.annotations.NullMarked;
