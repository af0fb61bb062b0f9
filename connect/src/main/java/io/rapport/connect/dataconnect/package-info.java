/**
 * Graph Data Connect exports in: finds the files, reads their shapes, hands rows to {@link io.rapport.core.landing.Landing}.
 * Knows core only; must not decide what may land (the gate in lake does) and must not know an engine.
 *
 * <p>The way of a file: {@code ExportFiles} finds it, {@code ExportFormat} recognises it by its content,
 * {@code ExportText} opens it as UTF-8, {@code JsonObjects} finds the objects in it, {@code RowReader} reads one object
 * into a row, {@link io.rapport.connect.dataconnect.ExportImport} lands all of them or none.
 */
@NullMarked
package io.rapport.connect.dataconnect;

import org.jspecify.annotations.NullMarked;
