package io.rapport.serve.web.system;

import java.util.List;

/**
 * What the page on erasures shows.
 *
 * @param people what somebody typed; empty on a fresh page
 * @param problem what was wrong with it; empty where nothing was
 * @param connections names of those that could be erased
 * @param data erasures of connections and of everything
 */
public record ErasureView(
        List<Line> lines, String people, String problem, List<String> connections, List<DataLine> data) {

    public ErasureView {
        lines = List.copyOf(lines);
        connections = List.copyOf(connections);
        data = List.copyOf(data);
    }

    /** One erasure; it is finished at no time as long as it is not. */
    public record Line(int number, String asked, String by, String finished) {}

    /**
     * One of a connection or of everything.
     *
     * @param what the connection's name; empty: everything
     */
    public record DataLine(int number, String what, String asked, String by, String finished) {

        /** Whether a server can go on with it: everything is erased without one. */
        public boolean isResumable() {
            return finished.isEmpty() && !what.isEmpty();
        }
    }
}
