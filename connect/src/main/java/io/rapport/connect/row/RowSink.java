package io.rapport.connect.row;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.landing.Row;
import java.util.List;

/** Takes rows on their way to the lake. */
public interface RowSink {

    /** The row may be reused afterwards. */
    void add(Row row);

    /** Takes the row with this key out. */
    void remove(Dataset dataset, List<String> key);

    /** An object can't land. */
    void rejected(Rejection rejection);
}
