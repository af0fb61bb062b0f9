package io.rapport.model.duckdb.account;

import io.rapport.lake.duckdb.DuckDb;
import io.rapport.lake.duckdb.DuckDbErrors;
import io.rapport.lake.duckdb.DuckDbSession;
import io.rapport.lake.duckdb.DuckDbSession.RowReader;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.lake.duckdb.SqlText;
import io.rapport.model.run.OutputTable;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads accounts out of runs' tables, and keeps what it read for a while. One engine for all; thread-safe. */
public final class AccountReader implements AutoCloseable {

    private static final int TENTHS = 10;
    private static final int MOST_AT_ONCE = 8;
    /** Of so many rows the engine itself reads the rest of the columns last. */
    private static final int READ_LATE = 50;

    private final DuckDbSettings settings;
    private final KeptAnswers answers;
    private @Nullable DuckDb engine;
    /** Beyond these, looks wait for each other: an engine that is asked for hundreds at once refuses some. */
    private final Semaphore atOnce = new Semaphore(MOST_AT_ONCE, true);

    public AccountReader(DuckDbSettings settings) {
        this(settings, true);
    }

    /** @param keepsAnswers false where each question shall be read anew, so that reading can be measured */
    public AccountReader(DuckDbSettings settings, boolean keepsAnswers) {
        this.answers = new KeptAnswers(keepsAnswers ? KeptAnswers.MOST_ROWS : 0);
        this.settings = settings;
    }

    /** The engine, which starts with the first question: whoever starts a server waits for less. */
    private synchronized DuckDb engine() {
        if (engine == null) {
            engine = DuckDb.openStreaming(settings);
            try (DuckDbSession session = engine.connect()) {
                // Files of runs never change: what is known of a file stays true.
                session.run("starting the engine", "set global parquet_metadata_cache = true");
            }
        }
        return engine;
    }

    /** A part of the list, and how long it is in all. */
    public AccountPage page(RunTables tables, AccountQuery query) {
        AccountFilter filter = AccountFilter.of(query);
        List<Object> paged = new ArrayList<>(filter.values());
        paged.add(query.most());
        paged.add(query.offset());
        String from = " from " + AccountIndex.parquet(tables.index()) + filter.where();
        String order = " order by " + query.order().sql(query.isDescending());
        boolean isFront = query.offset() + query.most() <= READ_LATE;
        return new AccountPage(
                list(
                        tables.index(),
                        isFront
                                ? "select *" + from + order + " limit ? offset ?"
                                : selectLate(tables, filter.where() + order) + order,
                        paged,
                        AccountRows::standing),
                list(tables.index(), "select count(*)" + from, filter.values(), row -> row.getLong(1))
                        .get(0));
    }

    /** Whose rows are shown is found from few columns, and only theirs are read whole: the engine does so for few alone. */
    private static String selectLate(RunTables tables, String filterAndOrder) {
        String numbered = "read_parquet(" + SqlText.literal(SqlText.path(tables.index())) + ", file_row_number = true)";
        return "select * from " + numbered + " where file_row_number in (select file_row_number from " + numbered
                + filterAndOrder + " limit ? offset ?)";
    }

    /**
     * Accounts whose score of the year moved since the run before, the farthest first, and how many they are.
     *
     * @param points by how many at least
     * @param most how many at most, from 1
     */
    public AccountPage moved(RunTables tables, int points, int most) {
        // In tenths, as scores are shown: a difference of doubles may miss by a hair.
        String from =
                " from " + AccountIndex.parquet(tables.index()) + " where round(abs(score - score_before) * 10) >= ?";
        List<Object> least = List.of(points * 10);
        return new AccountPage(
                list(
                        tables.index(),
                        "select *" + from
                                + " order by round(abs(score - score_before) * 10) desc, sort_name, account_id"
                                + " limit ?",
                        List.of(points * 10, most),
                        AccountRows::standing),
                list(tables.index(), "select count(*)" + from, least, row -> row.getLong(1))
                        .get(0));
    }

    /** All of a list, one by one, whatever its offset and length. */
    public void each(RunTables tables, AccountQuery query, Consumer<AccountStanding> consumer) {
        AccountFilter filter = AccountFilter.of(query);
        run(
                "select * from " + AccountIndex.parquet(tables.index()) + filter.where() + " order by "
                        + query.order().sql(query.isDescending()),
                filter.values(),
                row -> consumer.accept(AccountRows.standing(row)));
    }

    /** How many accounts there are, how many were engaged, of how many each word is true. */
    public AccountCounts counts(RunTables tables) {
        return list(
                        tables.index(),
                        "select " + AccountRows.counts() + " from " + AccountIndex.parquet(tables.index()),
                        List.of(),
                        AccountRows::counts)
                .get(0);
    }

    /** How many engaged accounts have a score from 0, from 10, and so on; 100 is in the last of the ten. */
    public List<Long> scoreTenths(RunTables tables) {
        return list(
                tables.index(),
                "select count(engaged.tenth) from range(" + TENTHS + ") as tenths (tenth) left join (select least("
                        + (TENTHS - 1) + ", cast(floor(score / " + TENTHS + ") as bigint)) as tenth from "
                        + AccountIndex.parquet(tables.index()) + " where not " + AccountWord.NEVER_ENGAGED.column()
                        + ") as engaged on engaged.tenth = tenths.tenth group by tenths.tenth order by tenths.tenth",
                List.of(),
                row -> row.getLong(1));
    }

    /** How many accounts fulfil a rule. */
    public long count(RunTables tables, AccountRule rule) {
        RuleSql sql = RuleSql.of(rule);
        return list(
                        tables.index(),
                        "select count(*) from " + AccountIndex.parquet(tables.index()) + " where " + sql.text(),
                        sql.values(),
                        row -> row.getLong(1))
                .get(0);
    }

    /** How many fulfil a rule in one run, and how many of them, and of others, did in an earlier one. */
    public RuleChange change(RunTables tables, RunTables earlier, AccountRule rule) {
        RuleSql sql = RuleSql.of(rule);
        List<Object> values = new ArrayList<>(sql.values());
        values.addAll(sql.values());
        String ids = "select account_id from ";
        return list(
                        tables.index(),
                        "with here as (" + ids + AccountIndex.parquet(tables.index()) + " where " + sql.text()
                                + "), before as (" + ids + AccountIndex.parquet(earlier.index()) + " where "
                                + sql.text()
                                + ") select (select count(*) from here), (select count(*) from here anti join before using"
                                + " (account_id)), (select count(*) from before anti join here using (account_id))",
                        values,
                        row -> new RuleChange(row.getLong(1), row.getLong(2), row.getLong(3)))
                .get(0);
    }

    /**
     * Who began to fulfil a rule since an earlier run, or ceased to; by name.
     *
     * @param hasJoined which of the two
     * @param most how many at most, from 1
     */
    public List<AccountChange> changes(
            RunTables tables, RunTables earlier, AccountRule rule, boolean hasJoined, int most) {
        ChangeSql sql = ChangeSql.of(tables, earlier, rule);
        List<Object> values = new ArrayList<>(sql.values());
        values.add(hasJoined ? ChangeSql.JOINED : ChangeSql.LEFT);
        values.add(most);
        return list(
                tables.index(),
                "from (" + sql.text() + ") where change = ? order by sort_name, account_id limit ?",
                values,
                row -> new AccountChange(
                        hasJoined,
                        row.getString("account_id"),
                        row.getString("account_name"),
                        AccountRows.decimal(row, "score"),
                        AccountRows.decimal(row, "score_before")));
    }

    public Optional<AccountStanding> find(RunTables tables, String id) {
        return list(
                        tables.index(),
                        "select * from " + AccountIndex.parquet(tables.index()) + " where account_id = ?",
                        List.of(id),
                        AccountRows::standing)
                .stream()
                .findFirst();
    }

    /** All periods of an account: the year, then months, then weeks, each by time. */
    public List<AccountPeriod> periods(RunTables tables, String id) {
        return list(
                tables.engagement(),
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
                tables.score(),
                "select * from " + AccountIndex.parquet(tables.score()) + " where PrimaryKey = ?",
                List.of(id + "|year"),
                AccountRows::part);
    }

    /** What was read, counted and left out, in the contract's order; for administrators. */
    public List<CoverageLine> coverage(RunTables tables) {
        return list(
                tables.coverage(),
                "select Section, Item, Reason, Count from " + AccountIndex.parquet(tables.coverage()),
                List.of(),
                row -> new CoverageLine(row.getString(1), row.getString(2), row.getString(3), row.getLong(4)));
    }

    /**
     * Rows of a table as it lies, by the names of its columns: texts, numbers, days and marks.
     *
     * @param from how many to leave out
     * @param most how many at most, from 1
     */
    public List<Map<String, @Nullable Object>> rows(RunTables tables, OutputTable table, long from, int most) {
        List<String> columns = table.columns();
        String file = SqlText.literal(SqlText.path(tables.file(table)));
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        atOnce.acquireUninterruptibly();
        try {
            run(
                    columns.stream().map(SqlText::name).collect(Collectors.joining(", ", "select ", ""))
                            + " from read_parquet(" + file + ", file_row_number = true)"
                            + " where file_row_number >= ? and file_row_number < ? order by file_row_number",
                    List.of(from, from + most),
                    row -> {
                        Map<String, @Nullable Object> read = new LinkedHashMap<>();
                        for (int i = 0; i < columns.size(); i++) {
                            read.put(columns.get(i), row.getObject(i + 1));
                        }
                        rows.add(read);
                    });
        } finally {
            atOnce.release();
        }
        return rows;
    }

    /** How many rows a table has. */
    public long rowCount(RunTables tables, OutputTable table) {
        return list(
                        tables.file(table),
                        "select count(*) from " + AccountIndex.parquet(tables.file(table)),
                        List.of(),
                        row -> row.getLong(1))
                .get(0);
    }

    private <T> List<T> list(Path file, String sql, List<Object> values, RowReader<T> reader) {
        return answers.to(file, sql, values, () -> {
            List<T> found = new ArrayList<>();
            atOnce.acquireUninterruptibly();
            try {
                run(sql, values, row -> found.add(reader.read(row)));
            } finally {
                atOnce.release();
            }
            return found;
        });
    }

    private void run(String sql, List<Object> values, DuckDbSession.RowConsumer consumer) {
        try (DuckDbSession session = engine().connect();
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
    public synchronized void close() {
        if (engine != null) {
            engine.close();
            engine = null;
        }
    }
}
