package io.rapport.lake.landing;

import io.rapport.core.dataset.Dataset;
import io.rapport.core.dataset.Datasets;
import io.rapport.core.landing.ContactSync;
import io.rapport.core.landing.Row;
import io.rapport.core.landing.Snapshot;
import io.rapport.lake.duckdb.DuckDbSession;
import io.rapport.lake.duckdb.SqlText;
import io.rapport.lake.manifest.KeptMonths;
import io.rapport.lake.parquet.ParquetCopy.Written;
import io.rapport.lake.reading.LakeSql;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Derives contact activity from what a batch changes in {@code Contact_v1}: one signal for what became of a contact since
 * the lake last saw it. The id of a signal is a hash of mailbox, contact, signal and version, and a signal that the lake
 * holds is not derived again: so a page that is read twice adds nothing.
 */
final class ContactSignals {

    private static final String DOING = "deriving contact activity";
    private static final Dataset CONTACT = Datasets.CONTACT;
    private static final Dataset ACTIVITY = Datasets.OUTLOOK_CONTACT_ACTIVITY;
    private static final String CREATED = "'ContactCreated'";

    private final Snapshot snapshot;
    private final List<Path> rows = new ArrayList<>();
    private final List<Path> removals = new ArrayList<>();
    private final String chunks;
    private final ContactSync sync;
    private final Optional<KeptMonths> kept;

    /**
     * @param chunks of the batch, those of contacts among them
     * @param kept since when signals are kept: one about a former month may have been written and have left
     */
    ContactSignals(Snapshot snapshot, List<StagedChunk> chunks, ContactSync sync, Optional<KeptMonths> kept) {
        this.snapshot = snapshot;
        this.kept = kept;
        this.sync = sync;
        List<String> numbers = new ArrayList<>();
        for (StagedChunk chunk : chunks) {
            if (chunk.dataset().equals(CONTACT)) {
                chunk.rows().forEach(file -> numbers.add(number(file, chunk, rows)));
                chunk.removals().forEach(file -> numbers.add(number(file, chunk, removals)));
            }
        }
        this.chunks = numbers.stream().collect(Collectors.joining(", ", "(values ", ") as c(_file, chunk)"));
    }

    private static String number(Written file, StagedChunk chunk, List<Path> to) {
        to.add(file.path());
        return "(" + SqlText.literal(SqlText.path(file.path())) + ", " + chunk.number() + ")";
    }

    /** Calls the consumer with each signal; the row is reused. */
    void each(DuckDbSession session, Consumer<Row> signals) {
        if (rows.isEmpty() && removals.isEmpty()) {
            return;
        }
        session.run(DOING, "create temp table staged as " + staged());
        session.run(
                DOING,
                "create temp table before as select * from (" + LakeSql.select(snapshot, CONTACT)
                        + ") semi join staged using (puser)");
        session.run(
                DOING,
                "create temp table first_read as select unnest("
                        + sync.firstRead().stream()
                                .map(SqlText::literal)
                                .collect(Collectors.joining(", ", "[", "]::varchar[]"))
                        + ") as mailbox");
        session.run(DOING, "create temp table change as " + changes());
        session.run(
                DOING,
                "create temp table signal as select *, " + id("signal") + " as signal_id, " + id(CREATED)
                        + " as created_id from (" + signals() + ")");
        session.run(
                DOING,
                "create temp table held as select \"Id\" from (" + LakeSql.select(snapshot, ACTIVITY)
                        + ") where \"Id\" in (select signal_id from signal union all select created_id from signal)");
        Row row = new Row(ACTIVITY);
        session.each(
                DOING,
                // Who comes back was created long ago, and is no more added than created.
                "select * from signal where signal_id not in (from held) and (signal <> 'AddContact' or created_id not in"
                        + " (from held))" + since() + " order by signal_id",
                found -> {
                    fill(row, found);
                    signals.accept(row);
                });
    }

    private String since() {
        return kept.map(months -> " and coalesce(\"at\" >= "
                        + SqlText.literal(months.first().toString()) + ", true)")
                .orElse("");
    }

    /** @param signal as SQL */
    private static String id(String signal) {
        return "substring(sha256(puser || ' ' || id || ' ' || " + signal + " || ' ' || version), 1, 32)";
    }

    /** The last line of each contact. */
    private String staged() {
        List<String> kinds = new ArrayList<>();
        if (!rows.isEmpty()) {
            kinds.add("select *, false as removed from " + LakeSql.rows(CONTACT, rows, "_file"));
        }
        if (!removals.isEmpty()) {
            kinds.add("select *, true as removed from " + LakeSql.rows(CONTACT, removals, "_file"));
        }
        return "select * exclude (_file) from (" + String.join(" union all ", kinds) + ") inner join " + chunks
                + " using (_file) qualify row_number() over (partition by id, puser order by chunk desc) = 1";
    }

    /** Each contact that the batch says something about, beside what the lake shows of it. */
    private String changes() {
        return """
                select s.id, s.puser, s.removed,
                    b.id is not null as was_there,
                    s.puser in (select mailbox from first_read) as is_first,
                    strftime(s.createdDateTime, '%Y-%m-%dT%H:%M:%SZ') as created,
                    strftime(s.lastModifiedDateTime, '%Y-%m-%dT%H:%M:%SZ') as modified,
                    s.lastModifiedDateTime is distinct from b.lastModifiedDateTime as is_newer,
                    s.parentFolderId is distinct from b.parentFolderId
                        and s.emailAddresses is not distinct from b.emailAddresses
                        and s.companyName is not distinct from b.companyName as is_move,
                    coalesce(b.ptenant, s.ptenant) as tenant,
                    list_transform(s.emailAddresses, lambda entry: entry.address) as addresses
                from staged as s
                left join before as b on b.id = s.id and b.puser = s.puser
                """;
    }

    private String signals() {
        return """
                with held as (
                    select puser, unnest(list_transform(emailAddresses, lambda entry: entry.address)) as address,
                        null as created, '' as id
                    from before
                    union all
                    select puser, unnest(addresses), created, id
                    from change
                    where not removed and not was_there
                ),
                known as (
                    select c.id, c.puser
                    from (select id, puser, created, unnest(addresses) as address from change where not removed) as c
                    inner join held as h
                        on h.puser = c.puser and h.address = c.address
                            and (h.created is null or h.created < c.created or (h.created = c.created and h.id < c.id))
                )
                select 'ContactCreated' as signal, id, puser, tenant, created as at,
                    coalesce(created, '') as version
                from change
                where not removed and (is_first or not was_there)
                union all
                select 'AddContact', id, puser, tenant, created, coalesce(created, '')
                from (select * from change anti join known using (id, puser))
                where not removed and not was_there and not is_first
                union all
                select 'ContactUpdated', id, puser, tenant, modified, coalesce(modified, '')
                from change
                where not removed and was_there and not is_first and is_newer and not is_move
                union all
                select 'RemoveContact', id, puser, tenant, null, '%d'
                from change
                where removed and was_there and not is_first
                """.formatted(snapshot.id());
    }

    private void fill(Row row, ResultSet found) throws SQLException {
        String at = found.getString("at");
        String time = at == null ? sync.at().toString() : at;
        String mailbox = found.getString("puser");
        String tenant = found.getString("tenant");
        row.clear();
        set(row, "SignalType", found.getString("signal"));
        set(row, "Id", found.getString("signal_id"));
        set(row, "StartTime", time);
        set(row, "CreationTime", sync.at().toString());
        set(row, "EndTime", time);
        set(row, "ItemType", "Contact");
        set(row, "AppName", "Other");
        set(row, "AadTenantId", tenant);
        set(row, "ClientSessionId", sync.session());
        set(row, "MailboxGuid", mailbox);
        if (!sync.tenantName().isEmpty()) {
            set(row, "TenantName", sync.tenantName());
        }
        set(row, "OId", mailbox);
        set(row, "puser", mailbox);
        set(row, "ptenant", tenant);
    }

    private static void set(Row row, String column, String value) {
        row.set(ACTIVITY.index(column), value);
    }
}
