package io.rapport.connect.graph;

import java.util.List;

/**
 * A question to Graph.
 *
 * @param lane the mailbox that it is about, by its owner's id, or {@link #DIRECTORY}
 * @param url what is asked
 * @param pageSize objects that a page of the answer should hold; 0: what the URL says, or nothing
 * @param isAdvanced whether it is an advanced query of the directory, which needs a header of its own
 * @param parts of a batch; empty where it is none
 */
public record GraphRequest(String lane, GraphUrl url, int pageSize, boolean isAdvanced, List<GraphRequest> parts) {

    /** The lane of everything that is about no mailbox. */
    public static final String DIRECTORY = "directory";

    private static final int LEAST_PAGE = 10;

    public GraphRequest {
        parts = List.copyOf(parts);
    }

    public static GraphRequest of(String lane, GraphUrl url) {
        return new GraphRequest(lane, url, 0, false, List.of());
    }

    /** A page of a list that takes its size from the {@code Prefer} header. */
    public GraphRequest paged(int size) {
        return new GraphRequest(lane, url, size, isAdvanced, parts);
    }

    public GraphRequest advanced() {
        return new GraphRequest(lane, url, pageSize, true, parts);
    }

    /** The next page of the same list. */
    public GraphRequest at(GraphUrl next) {
        return new GraphRequest(lane, next, pageSize, isAdvanced, parts);
    }

    /** What the server could not do in time, in half the size. */
    GraphRequest halved() {
        return pageSize <= LEAST_PAGE ? this : paged(Math.max(LEAST_PAGE, pageSize / 2));
    }

    /** How many requests Graph counts it as. */
    int cost() {
        return Math.max(1, parts.size());
    }

    /** Ids that stay the same when an item moves, asked for everywhere. */
    String prefer() {
        return "IdType=\"ImmutableId\"" + (pageSize == 0 ? "" : ", odata.maxpagesize=" + pageSize);
    }
}
