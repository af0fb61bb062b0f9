package io.rapport.serve.rotation;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every place of the state database that holds something encrypted with the home's key. */
final class StoredSecrets {

    /**
     * Something encrypted.
     *
     * @param place that it was encrypted for
     * @param text as it is stored; no two are alike
     */
    record Stored(Where where, String place, String text) {}

    /**
     * A column.
     *
     * @param place SQL for the place that a row's secret was encrypted for
     * @param rows SQL for which rows hold one
     */
    record Where(String table, String column, String place, String rows) {}

    private static final List<Where> ALL = List.of(
            new Where("graph_connection", "credential", "'connection/' || id", "1 = 1"),
            new Where("pending_consent", "credential", "'pending/' || id", "1 = 1"),
            new Where("sign_in_provider", "client_secret", "'sign-in'", "1 = 1"),
            new Where("person_erasure", "words", "'person-erasure'", "words is not null"),
            new Where("data_erasure", "words", "'data-erasure'", "words is not null"),
            new Where("digest_reader", "address", "'digest-reader/' || person_id", "1 = 1"),
            new Where(
                    "setting",
                    "value",
                    "name",
                    "name in ('mail-server', 'digest-webhook', 'pseudonym-key', 'recorded-department-key')"));

    private StoredSecrets() {}

    static List<Stored> list(JdbcClient db) {
        List<Stored> found = new ArrayList<>();
        for (Where where : ALL) {
            db.sql("select " + where.place() + " as place, " + where.column() + " as text from " + where.table()
                            + " where " + where.rows())
                    .query((row, number) -> new Stored(where, row.getString("place"), row.getString("text")))
                    .list()
                    .forEach(found::add);
        }
        return found;
    }

    /** @return whether it was still as it had been */
    static boolean replace(JdbcClient db, Stored stored, String fresh) {
        Where where = stored.where();
        return db.sql("update " + where.table() + " set " + where.column() + " = ? where " + where.column() + " = ?")
                        .params(fresh, stored.text())
                        .update()
                > 0;
    }

    /** Sessions lose the address that somebody signed in with, which only subscribing to digests asks for. */
    static int forgetOfSessions(JdbcClient db) {
        return db.sql("delete from spring_session_attributes where attribute_name = 'sign-in-address'")
                .update();
    }
}
