/** The pages in Chromium: nothing here looks behind them. */
@NullMarked
package io.rapport.browser;

import org.jspecify.annotations.NullMarked;
