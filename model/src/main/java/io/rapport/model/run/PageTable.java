package io.rapport.model.run;

import io.rapport.model.engine.Format;
import java.nio.file.Path;

/** What a run leaves for pages beside its tables; nobody queries it by name. */
public enum PageTable {
    /** One row per account with an email or meeting: by how many people the relation is held, nobody named. */
    RELATION("relations", "select * from account_relation order by account_id");

    /** Where these lie, in the folder of a run. */
    public static final String FOLDER = "pages";

    private final String fileName;
    private final String select;

    PageTable(String fileName, String select) {
        this.fileName = fileName;
        this.select = select;
    }

    /** In the folder of a run. */
    public Path file(Path run) {
        return run.resolve(FOLDER).resolve(fileName + "." + Format.PARQUET.extension());
    }

    String select() {
        return select;
    }
}
