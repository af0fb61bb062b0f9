/**
 * The contract of account engagement in a form that any engine can be run against: the input, the tables, golden cases
 * as readable files, random companies and the properties that must hold. Must know no engine, no lake and no SQL.
 */
@NullMarked
package io.rapport.model.contract;

import org.jspecify.annotations.NullMarked;
