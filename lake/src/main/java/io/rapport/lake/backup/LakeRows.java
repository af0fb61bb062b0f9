package io.rapport.lake.backup;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The lake's own rows in a state database that is one file. */
public final class LakeRows {

    private LakeRows() {}

    /**
     * A file of the lake, as the list of files has it.
     *
     * @param path relative to the home, with slashes
     * @param sha256 of its bytes, in hexadecimal
     */
    public record ListedFile(String path, long bytes, String sha256) {}

    /** The files that are visible; in the order in which they came. */
    public static List<ListedFile> files(StateFile state) {
        return state.change(
                db -> db.sql("select path, byte_count, sha256 from lake_file where removed_by is null order by id")
                        .query((row, number) -> new ListedFile(
                                row.getString("path"), row.getLong("byte_count"), row.getString("sha256")))
                        .list());
    }

    /** The latest commit; 0 before the first one. */
    public static long commit(StateFile state) {
        return state.change(db -> db.sql("select coalesce(max(id), 0) from lake_commit")
                .query(Long.class)
                .single());
    }

    /** Gives the state to another home: it gets that one's id, and nobody writes to it yet. */
    public static void give(JdbcClient db, UUID home) {
        db.sql("delete from lake_writer").update();
        db.sql("delete from lake_home").update();
        db.sql("insert into lake_home (id) values (?)").param(home.toString()).update();
    }
}
