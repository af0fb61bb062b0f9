@NullMarked
package io.rapport.model.duckdb.account;

import org.jspecify.annotations.NullMarked;
