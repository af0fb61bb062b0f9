package io.rapport.bench.customers;

import io.rapport.lake.duckdb.DuckDb;
import io.rapport.lake.duckdb.DuckDbSession;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.lake.duckdb.SqlText;
import io.rapport.model.duckdb.account.AccountIndex;
import io.rapport.model.duckdb.account.RunTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** Tables of a run that never was: the same ones for the same number of accounts. */
public final class CustomerTables {

    private static final LocalDate AS_OF = LocalDate.parse("2026-11-18");

    private static final String NAMES =
            "['Flintlea', 'Ravenstead', 'Ångström', 'Oakenden', 'Marllea', '東京', 'Birchquay', 'Ploverhurst']";
    private static final String TRADES =
            "['Hotels', 'Marine', 'Textiles', 'Publishing', 'Instruments', 'Software', 'Clinics']";

    private CustomerTables() {}

    /**
     * @param accounts how many, each with a year, twelve months and 47 weeks
     * @param folder an empty folder
     * @param withScores whether how each score comes about is written too: nine rows for each period
     */
    public static RunTables write(int accounts, Path folder, boolean withScores, DuckDbSettings settings)
            throws IOException {
        RunTables tables = new RunTables(folder, "Office");
        Path names = folder.resolve("names.ndjson");
        try (DuckDb engine = DuckDb.openOrdered(settings);
                DuckDbSession session = engine.connect()) {
            String doing = "making tables";
            session.run(doing, """
                    create view account as
                    select i as number, 'ACC-' || lpad(i::varchar, 7, '0') as id
                    from range(%d) as t (i)
                    """.formatted(accounts));
            session.run(doing, """
                    copy (
                        select
                            p.id || '|' || p.level || case when p.level = 'year' then '' else '|' || p.start end as PrimaryKey,
                            p.id as CustomerId,
                            cast(hash(p.number, p.start, 1) %% 1001 / 10 as decimal(4, 1)) as EngagementScore,
                            cast(hash(p.number, p.start, 2) %% 60 as bigint) as NoOfEmails_ToAccount,
                            cast(hash(p.number, p.start, 3) %% 60 as bigint) as NoOfEmails_FromAccount,
                            cast(hash(p.number, p.start, 4) %% 6 as bigint) as NoOfMeetings_FromAccount,
                            cast(hash(p.number, p.start, 5) %% 6 as bigint) as NoOfMeetings_ToAccount,
                            3::bigint as NoOfContactsInvolved_Meetings, 4::bigint as NoOfContactsInvolved_Emails,
                            2::bigint as NoOfAccountContactsInvolved_Meetings,
                            5::bigint as NoOfAccountContactsInvolved_Emails,
                            date '2025-12-01' as EngagementStartDate,
                            cast(hash(p.number, 6) %% 90 as bigint) as DaysSinceLastEmail,
                            cast(hash(p.number, 7) %% 90 as bigint) as DaysSinceLastMeeting,
                            30.0::double as AverageDuration_Of_Meetings,
                            600.0::double as AverageDuration_Of_AccountEmailReplies,
                            p.start as AggregationStartDate,
                            p.level as AggregationLevel
                        from (
                            select
                                i // 60 as number,
                                'ACC-' || lpad((i // 60)::varchar, 7, '0') as id,
                                case when i %% 60 < 12 then 'month' when i %% 60 < 59 then 'week' else 'year' end as level,
                                case
                                    when i %% 60 < 12
                                        then cast(date '2025-12-01' + to_months(cast(i %% 60 as integer)) as date)
                                    when i %% 60 < 59
                                        then cast(date '2025-12-29' + cast(i %% 60 * 7 - 84 as integer) as date)
                                    else date '2025-11-19'
                                end as start
                            from range(%d * 60) as t (i)
                        ) as p
                    ) to %s (format parquet, compression zstd)
                    """.formatted(accounts, SqlText.literal(SqlText.path(tables.engagement()))));
            if (withScores) {
                writeScores(session, tables, doing);
            }
            session.run(doing, """
                    copy (
                        select number + 1 as row_number, id as account_id,
                            %s[1 + number %% 8] || ' ' || %s[1 + number %% 7] || ' ' || number as account_name
                        from account
                    ) to %s (format json)
                    """.formatted(NAMES, TRADES, SqlText.literal(SqlText.path(names))));
        }
        AccountIndex.write(tables, null, names, AS_OF, settings);
        Files.delete(names);
        return tables;
    }

    private static void writeScores(DuckDbSession session, RunTables tables, String doing) {
        session.run(doing, """
                    copy (
                        select
                            e.PrimaryKey, 'Component ' || c.i as Component,
                            cast(hash(e.PrimaryKey, c.i) %% 500 as bigint) as Value,
                            cast(hash(e.PrimaryKey, c.i) %% 500 as bigint) as StandingCount, 500::bigint as StandingTotal,
                            10::bigint as Weight, cast(1.2345 as decimal(9, 4)) as Points
                        from read_parquet(%s) as e
                        cross join range(9) as c (i)
                    ) to %s (format parquet, compression zstd)
                    """.formatted(
                SqlText.literal(SqlText.path(tables.engagement())), SqlText.literal(SqlText.path(tables.score()))));
    }
}
