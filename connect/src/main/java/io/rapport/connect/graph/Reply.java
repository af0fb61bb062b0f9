package io.rapport.connect.graph;

import java.io.IOException;

/** Hears, on the loop, what came of a request: one of the two, once. */
public interface Reply {

    /**
     * An answer with a status of success. May be heard again where it throws: then the answer was broken, and the request
     * is tried again.
     *
     * @throws IOException where the answer breaks off; {@code JacksonException} is taken alike
     */
    void answered(Answer answer) throws IOException;

    /** All attempts failed, or another one would not help. */
    void failed(GraphFailure failure);
}
