package io.rapport.connect.row;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What an answer held that can't be read. An answer may be garbled on its way and be whole the next time; so it is asked
 * for again before an object is given up. For one list; not thread-safe.
 */
public final class Rereads {

    private static final int MOST = 2;

    private final List<Rejection> rejections = new ArrayList<>();
    private int done;

    /** An object of this answer can't be read. */
    public void add(Rejection rejection) {
        rejections.add(rejection);
    }

    /**
     * Ends an answer: gives up what can't be read even now.
     *
     * @throws IOException where it is worth asking again
     */
    public void end(RowSink sink) throws IOException {
        if (!rejections.isEmpty() && done < MOST) {
            done++;
            rejections.clear();
            throw new IOException("an object can't be read");
        }
        rejections.forEach(sink::rejected);
        rejections.clear();
        done = 0;
    }
}
