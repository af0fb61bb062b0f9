package io.rapport.simulator.export;

/** Writes one thing as one row. */
interface RowWriter<T> {

    void write(T thing, JsonRow row);
}
