package io.rapport.model.duckdb.directory;

import io.rapport.core.dataset.Datasets;
import io.rapport.core.landing.Snapshot;
import io.rapport.lake.duckdb.DuckDb;
import io.rapport.lake.duckdb.DuckDbErrors;
import io.rapport.lake.duckdb.DuckDbSession;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.lake.reading.LakeSql;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Finds colleagues and groups by a part of their name or address. Thread-safe. */
public final class DirectorySearch {

    private final DuckDbSettings settings;

    public DirectorySearch(DuckDbSettings settings) {
        this.settings = settings;
    }

    /**
     * Somebody or a group.
     *
     * @param name as the directory shows it; the address where it shows none
     */
    public record Entry(String name, String address, boolean isGroup) {}

    /** Groups first, then people, by name; guests are not among them. */
    public List<Entry> find(Snapshot snapshot, String text, int most) {
        String sql = """
                select * from (
                    select coalesce(displayName, mail) as name, mail as address, true as is_group
                    from (%s) as g
                    where mail is not null
                    union all
                    select coalesce(displayName, mail, userPrincipalName), coalesce(mail, userPrincipalName), false
                    from (%s) as u
                    where coalesce(mail, userPrincipalName) is not null and coalesce(lower(userType), '') <> 'guest'
                ) as entries
                where contains(strip_accents(lower(name)), strip_accents(lower(?)))
                    or contains(lower(address), lower(?))
                order by is_group desc, lower(name), address
                limit ?
                """.formatted(
                        LakeSql.select(snapshot, Datasets.GROUP_DETAILS), LakeSql.select(snapshot, Datasets.USER));
        try (DuckDb engine = DuckDb.open(settings);
                DuckDbSession session = engine.connect();
                PreparedStatement statement = session.connection().prepareStatement(sql)) {
            statement.setString(1, text);
            statement.setString(2, text);
            statement.setInt(3, most);
            List<Entry> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new Entry(rows.getString(1), rows.getString(2), rows.getBoolean(3)));
                }
            }
            return found;
        } catch (SQLException e) {
            throw DuckDbErrors.explain("looking through the directory", e);
        }
    }
}
