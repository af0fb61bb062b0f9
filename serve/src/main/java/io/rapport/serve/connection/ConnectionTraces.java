package io.rapport.serve.connection;

import java.util.List;

/**
 * By what a connection is known in its home; as secret as its credential.
 *
 * @param connector by the word that names it on the command line
 * @param source as what the lake knows it: that of no other connection, whatever its name
 * @param words that no file may hold once it is erased; none of a folder
 */
public record ConnectionTraces(String name, String connector, String source, List<String> words) {

    public ConnectionTraces {
        words = List.copyOf(words);
    }

    /** Whether it is a watched folder; a tenant otherwise. */
    public boolean isFolder() {
        return connector.equals(Connection.CONNECTOR);
    }

    @Override
    public String toString() {
        return "traces of " + name;
    }
}
