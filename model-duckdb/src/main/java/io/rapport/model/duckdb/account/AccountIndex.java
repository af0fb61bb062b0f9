package io.rapport.model.duckdb.account;

import io.rapport.core.error.RapportException;
import io.rapport.lake.duckdb.DuckDb;
import io.rapport.lake.duckdb.DuckDbSession;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.lake.duckdb.SqlText;
import io.rapport.model.run.RunError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Writes the index of a run: what lists and cards of accounts show, so that no page has to look through the tables. */
public final class AccountIndex {

    private static final String STANDING = read("account_standing.sql");
    private static final String DOING = "indexing accounts";

    /** Accounts whose weeks are held at a time: some 100 MB. */
    private static final long MOST_AT_ONCE = 200_000;

    private AccountIndex() {}

    /**
     * Writes {@link RunTables#index()}; one that is there already is replaced once its successor is complete.
     *
     * @param earlier the run that this one is compared with, or null where there is none
     * @param customers JSON lines with row_number, account_id and account_name
     */
    public static void write(
            RunTables tables, @Nullable RunTables earlier, Path customers, LocalDate asOf, DuckDbSettings settings) {
        write(tables, earlier, customers, asOf, settings, MOST_AT_ONCE);
    }

    /** @param atOnce accounts whose weeks are held at a time */
    static void write(
            RunTables tables,
            @Nullable RunTables earlier,
            Path customers,
            LocalDate asOf,
            DuckDbSettings settings,
            long atOnce) {
        Path target = tables.index();
        Path unfinished = target.resolveSibling("." + target.getFileName() + ".unfinished");
        try {
            Files.createDirectories(target.resolveSibling("."));
            try (DuckDb engine = DuckDb.openOrdered(settings);
                    DuckDbSession session = engine.connect()) {
                session.run(DOING, view("all_engagement", "from " + parquet(tables.engagement())));
                session.run(
                        DOING,
                        view(
                                "all_earlier",
                                earlier == null
                                        ? "from all_engagement where false"
                                        : "from " + parquet(earlier.engagement())));
                session.run(DOING, view("all_relation", relation(tables.relation())));
                session.run(DOING, view("all_customer", "from " + lines(customers)));
                session.run(DOING, view("moment", "select date " + SqlText.literal(asOf.toString()) + " as as_of"));
                long parts = 1 + accounts(session) / atOnce;
                String standing = parts == 1 ? whole(session) : inParts(session, parts);
                session.run(
                        DOING,
                        "copy (" + standing + " order by score desc, sort_name, account_id) to "
                                + SqlText.literal(SqlText.path(unfinished))
                                + " (format parquet, compression zstd, row_group_size 20480)");
                Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            throw new RapportException(
                    RunError.RUN_FILE,
                    "The accounts of the run can't be indexed in " + target.getParent()
                            + ". Look for space and rights there.",
                    e);
        }
    }

    private static long accounts(DuckDbSession session) {
        return session.number(DOING, "select count(*) from all_engagement where AggregationLevel = 'year'");
    }

    private static String whole(DuckDbSession session) {
        show(session, "");
        return STANDING;
    }

    /** What weeks and months come to is held for each account until all are read. */
    private static String inParts(DuckDbSession session, long parts) {
        for (long part = 0; part < parts; part++) {
            show(session, " where hash(%s) % " + parts + " = " + part);
            session.run(DOING, (part == 0 ? "create table standing as " : "insert into standing ") + STANDING);
        }
        return "from standing";
    }

    /** @param condition on the account's id, which stands for %s; empty for all accounts */
    private static void show(DuckDbSession session, String condition) {
        show(session, "engagement", condition.replace("%s", "CustomerId"));
        show(session, "earlier", condition.replace("%s", "CustomerId"));
        show(session, "relation", condition.replace("%s", "account_id"));
        show(session, "customer", condition.replace("%s", "account_id"));
    }

    private static void show(DuckDbSession session, String name, String condition) {
        session.run(DOING, "create or replace view " + name + " as from all_" + name + condition);
    }

    /** Empty where the tables are of a run that left none. */
    private static String relation(Path file) {
        return Files.exists(file)
                ? "from " + parquet(file)
                : "select '' as account_id, 0::bigint as event_count, 0::bigint as most_of_person,"
                        + " 0::bigint as most_of_contact, 0::bigint as new_contact_count, 0::bigint as lost_contact_count"
                        + " where false";
    }

    static String parquet(Path file) {
        return "read_parquet(" + SqlText.literal(SqlText.path(file)) + ")";
    }

    private static String view(String name, String select) {
        return "create view " + name + " as " + select;
    }

    private static String lines(Path file) {
        return "read_json(" + SqlText.literal(SqlText.path(file))
                + ", format = 'newline_delimited', columns = {row_number: 'bigint', account_id: 'varchar', account_name:"
                + " 'varchar'})";
    }

    private static String read(String name) {
        try (InputStream in = AccountIndex.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
