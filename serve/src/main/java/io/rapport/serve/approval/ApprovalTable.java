package io.rapport.serve.approval;

import io.rapport.core.dataset.Datasets;
import io.rapport.serve.security.Person;
import io.rapport.serve.state.ServeState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The approvals in the state database. Whether somebody may, {@link Approvals} knows. Thread-safe. */
final class ApprovalTable {

    private static final int ID_LENGTH = 12;

    private final ServeState state;

    ApprovalTable(ServeState state) {
        this.state = state;
    }

    /** One that nobody has decided on, under an id of its own. */
    static Approval draft(Person owner, Extent extent, String purpose, Instant now) {
        return new Approval(
                UUID.randomUUID().toString().replace("-", "").substring(0, ID_LENGTH),
                extent,
                purpose,
                owner.actsFor(),
                owner.displayName(),
                now,
                ApprovalState.REQUESTED,
                null,
                null,
                null,
                null,
                null,
                "",
                1);
    }

    void add(Approval made) {
        state.run(db -> db.sql("""
                        insert into approval (id, dataset, extent, destination, purpose, owner_id, owner_name, requested_at,
                            state, edition)
                        values (:id, :dataset, :extent, :destination, :purpose, :ownerId, :ownerName, :at, :state, 1)
                        """)
                .param("id", made.id())
                .param("dataset", made.extent().dataset().name())
                .param("extent", ExtentText.of(made.extent()))
                .param("destination", made.extent().destination())
                .param("purpose", made.purpose())
                .param("ownerId", made.ownerId())
                .param("ownerName", made.ownerName())
                .param("at", made.requestedAt().toEpochMilli())
                .param("state", made.decided().name())
                .update());
    }

    /** Whether nobody else was faster. */
    boolean decide(
            Approval seen, ApprovalState decision, Person by, Instant now, @Nullable Instant expires, String reason) {
        return state.run(db -> db.sql("""
                        update approval
                        set state = :state, decided_by_id = :by, decided_by_name = :name, decided_at = :now,
                            expires_at = :expires, reason = :reason, edition = edition + 1
                        where id = :id and edition = :edition
                        """)
                        .param("state", decision.name())
                        .param("by", by.actsFor())
                        .param("name", by.displayName())
                        .param("now", now.toEpochMilli())
                        .param("expires", expires == null ? null : expires.toEpochMilli())
                        .param("reason", reason)
                        .param("id", seen.id())
                        .param("edition", seen.edition())
                        .update())
                == 1;
    }

    /** Whether nobody else was faster. */
    boolean revoke(Approval seen, Person by, Instant now, String reason) {
        return state.run(db -> db.sql("""
                        update approval
                        set state = 'REVOKED', revoked_by_id = :by, revoked_by_name = :name, revoked_at = :now,
                            reason = :reason, edition = edition + 1
                        where id = :id and edition = :edition
                        """)
                        .param("by", by.actsFor())
                        .param("name", by.displayName())
                        .param("now", now.toEpochMilli())
                        .param("reason", reason)
                        .param("id", seen.id())
                        .param("edition", seen.edition())
                        .update())
                == 1;
    }

    /** The latest first. */
    List<Approval> list() {
        return state.run(db -> db.sql("select * from approval order by requested_at desc, id")
                .query((row, number) -> read(row))
                .list());
    }

    Optional<Approval> find(String id) {
        return state.run(db -> db.sql("select * from approval where id = :id")
                .param("id", id)
                .query((row, number) -> read(row))
                .optional());
    }

    private static Approval read(ResultSet row) throws SQLException {
        return new Approval(
                row.getString("id"),
                ExtentText.read(
                        Datasets.find(row.getString("dataset")).orElseThrow(),
                        row.getString("extent"),
                        row.getString("destination")),
                row.getString("purpose"),
                row.getString("owner_id"),
                row.getString("owner_name"),
                Instant.ofEpochMilli(row.getLong("requested_at")),
                ApprovalState.valueOf(row.getString("state")),
                row.getString("decided_by_name"),
                time(row, "decided_at"),
                time(row, "expires_at"),
                row.getString("revoked_by_name"),
                time(row, "revoked_at"),
                Objects.toString(row.getString("reason"), ""),
                row.getLong("edition"));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null ? null : Instant.ofEpochMilli(row.getLong(column));
    }
}
