/** The list of customers and the card of each. Must not compute a metric, nor know who the people behind them are. */
@NullMarked
package io.rapport.serve.web.customer;

import org.jspecify.annotations.NullMarked;
