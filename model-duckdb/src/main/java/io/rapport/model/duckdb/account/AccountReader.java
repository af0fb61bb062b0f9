package io.rapport.model.duckdb.account;

import io.rapport.lake.duckdb.DuckDb;
import io.rapport.lake.duckdb.DuckDbErrors;
import io.rapport.lake.duckdb.DuckDbSession;
import io.rapport.lake.duckdb.DuckDbSession.RowReader;
import io.rapport.lake.duckdb.DuckDbSettings;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads accounts out of runs' tables. One engine for all; thread-safe. */
public final class AccountReader implements AutoCloseable {

    private final DuckDb engine;

    public AccountReader(DuckDbSettings settings) {
        this.engine = DuckDb.openStreaming(settings);
        try (DuckDbSession session = engine.connect()) {
            // Files of runs never change: what is known of a file stays true.
            session.run("starting the engine", "set global parquet_metadata_cache = true");
        }
    }

    /** A part of the list, and how long it is in all. */
    public AccountPage page(RunTables tables, AccountQuery query) {
        String where = where(query);
        List<Object> values = values(query);
        List<Object> paged = new ArrayList<>(values);
        paged.add(query.most());
        paged.add(query.offset());
        String from = " from " + AccountIndex.parquet(tables.index()) + where;
        return new AccountPage(
                list(
                        "select *" + from + " order by " + query.order().sql(query.isDescending())
                                + " limit ? offset ?",
                        paged,
                        AccountRows::standing),
                list("select count(*)" + from, values, row -> row.getLong(1)).get(0));
    }

    /** All of a list, one by one, whatever its offset and length. */
    public void each(RunTables tables, AccountQuery query, Consumer<AccountStanding> consumer) {
        run(
                "select * from " + AccountIndex.parquet(tables.index()) + where(query) + " order by "
                        + query.order().sql(query.isDescending()),
                values(query),
                row -> consumer.accept(AccountRows.standing(row)));
    }

    /** How many accounts there are, how many were engaged, of how many each word is true. */
    public AccountCounts counts(RunTables tables) {
        return list(
                        "select " + AccountRows.counts() + " from " + AccountIndex.parquet(tables.index()),
                        List.of(),
                        AccountRows::counts)
                .get(0);
    }

    public Optional<AccountStanding> find(RunTables tables, String id) {
        return list(
                        "select * from " + AccountIndex.parquet(tables.index()) + " where account_id = ?",
                        List.of(id),
                        AccountRows::standing)
                .stream()
                .findFirst();
    }

    /** All periods of an account: the year, then months, then weeks, each by time. */
    public List<AccountPeriod> periods(RunTables tables, String id) {
        return list(
                "select * from " + AccountIndex.parquet(tables.engagement())
                        // The file is in the order of its key: the bounds leave out what can't hold the account.
                        + " where PrimaryKey >= ? and PrimaryKey < ? and CustomerId = ?"
                        + " order by case AggregationLevel when 'year' then 1 when 'month' then 2 else 3 end,"
                        + " AggregationStartDate",
                List.of(id + "|", id + "}", id),
                AccountRows::period);
    }

    /** How the year's score of an account comes about, in the contract's order; empty where there is no such account. */
    public List<ScorePart> scoreParts(RunTables tables, String id) {
        return list(
                "select * from " + AccountIndex.parquet(tables.score()) + " where PrimaryKey = ?",
                List.of(id + "|year"),
                AccountRows::part);
    }

    /** What was read, counted and left out, in the contract's order; for administrators. */
    public List<CoverageLine> coverage(RunTables tables) {
        return list(
                "select Section, Item, Reason, Count from " + AccountIndex.parquet(tables.coverage()),
                List.of(),
                row -> new CoverageLine(row.getString(1), row.getString(2), row.getString(3), row.getLong(4)));
    }

    private static String where(AccountQuery query) {
        List<String> conditions = new ArrayList<>();
        query.findWord().ifPresent(word -> conditions.add(word.column()));
        if (!query.search().isEmpty()) {
            conditions.add("contains(search_text, strip_accents(lower(?)))");
        }
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    private static List<Object> values(AccountQuery query) {
        return query.search().isEmpty() ? List.of() : List.of(query.search());
    }

    private <T> List<T> list(String sql, List<Object> values, RowReader<T> reader) {
        List<T> found = new ArrayList<>();
        run(sql, values, row -> found.add(reader.read(row)));
        return found;
    }

    private void run(String sql, List<Object> values, DuckDbSession.RowConsumer consumer) {
        try (DuckDbSession session = engine.connect();
                PreparedStatement statement = session.connection().prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    consumer.accept(rows);
                }
            }
        } catch (SQLException e) {
            throw DuckDbErrors.explain("reading accounts", e);
        }
    }

    @Override
    public void close() {
        engine.close();
    }
}
