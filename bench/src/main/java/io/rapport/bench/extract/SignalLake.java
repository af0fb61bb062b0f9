package io.rapport.bench.extract;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import io.rapport.core.landing.LandedFile;
import io.rapport.core.landing.Snapshot;
import io.rapport.lake.duckdb.DuckDb;
import io.rapport.lake.duckdb.DuckDbSession;
import io.rapport.lake.duckdb.DuckDbSettings;
import io.rapport.lake.duckdb.SqlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** Contact activity of 2,000 people over 13 months as a lake keeps it: the same rows for the same number. */
public final class SignalLake {

    private static final int MONTHS = 13;
    private static final YearMonth FIRST = YearMonth.parse("2025-10");
    private static final String PARQUET = "(format parquet, compression zstd, compression_level 1)";
    private static final String TENANT = "8e56195d-f07c-44f0-8108-40e4352e3e74";

    private static final String SIGNALS = """
            select
                (['AddContact', 'ContactCreated', 'ContactUpdated', 'RemoveContact'])[1 + cast(hash(i, 1) %% 4 as bigint)] as SignalType,
                'AAMkADJhOTdkOGViLWZjYzUtNDY0NS1hNGFkLWQxNjM0OTBiMmVkYgBGAAAAAABfknVfDfJURqxOuHBzEhFGBwCa8HKSWYdiSZsHkjRY'
                    || md5(i::varchar) as Id,
                moment as StartTime,
                moment + interval 1 second as CreationTime,
                moment as EndTime,
                case when hash(i, 2) %% 5 = 0 then 'Contact' end as ItemType,
                (['OWA', 'OutlookDesktop', 'OutlookMobile', 'Other'])[1 + cast(hash(i, 3) %% 4 as bigint)] as AppName,
                '%s' as AadTenantId,
                md5((i // 20)::varchar) as ClientSessionId,
                person as MailboxGuid,
                'contoso.onmicrosoft.com' as TenantName,
                person as OId,
                person as puser,
                '%s' as ptenant
            from (
                select
                    i,
                    timestamp '%s-01' + to_seconds(cast(hash(i, 4) %% 2419200 as bigint)) as moment,
                    md5((hash(i, 5) %% 2000)::varchar) as person
                from range(%d, %d) as t (i)
            )
            """;

    private static final String USERS = """
            select
                md5(i::varchar) as id,
                [{'service': 'exchange', 'capabilityStatus': 'Enabled'}] as assignedPlans,
                'Department ' || i %% 40 as department,
                (['EUR', 'NAM'])[1 + i %% 2] as preferredDataLocation
            from range(2000) as t (i)
            """;

    private SignalLake() {}

    /** @param folder an empty folder */
    public static void write(long signals, Path folder, DuckDbSettings settings) throws IOException {
        Files.createDirectories(folder);
        try (DuckDb engine = DuckDb.openOrdered(settings);
                DuckDbSession session = engine.connect()) {
            for (int month = 0; month < MONTHS; month++) {
                String select = SIGNALS.formatted(
                        TENANT,
                        TENANT,
                        FIRST.plusMonths(month),
                        signals * month / MONTHS,
                        signals * (month + 1) / MONTHS);
                copy(session, select, folder.resolve(FIRST.plusMonths(month) + ".parquet"));
            }
            copy(session, USERS.formatted(), folder.resolve("none.parquet"));
        }
    }

    private static void copy(DuckDbSession session, String select, Path file) {
        session.run(
                "making signals", "copy (" + select + ") to " + SqlText.literal(SqlText.path(file)) + " " + PARQUET);
    }

    /** The files as a snapshot. */
    public static Snapshot snapshot(Path folder) throws IOException {
        List<LandedFile> files = new ArrayList<>();
        for (int month = 0; month < MONTHS; month++) {
            String partition = FIRST.plusMonths(month).toString();
            files.add(file(folder, Datasets.OUTLOOK_CONTACT_ACTIVITY, partition));
        }
        files.add(file(folder, Datasets.USER, "none"));
        return new Snapshot(1, files);
    }

    private static LandedFile file(Path folder, Dataset dataset, String partition) throws IOException {
        Path file = folder.resolve(partition + ".parquet");
        return new LandedFile(dataset, file, LandedFile.Kind.BASE, 1, partition, 0, Files.size(file));
    }
}
