package io.rapport.lake.state;

/**
 * The turn to change the tables of a state database, among all processes; to be given back. It is not one of the database's
 * own, because two who open a new file of SQLite's at once already refuse each other, and Flyway's lock comes after it has
 * looked whether its history is there.
 */
interface Turn {

    /** Gives it back. */
    void close();
}
