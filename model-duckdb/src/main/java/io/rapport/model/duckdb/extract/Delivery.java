package io.rapport.model.duckdb.extract;

import io.rapport.core.dataset.Datasets;
import io.rapport.core.error.RapportException;
import io.rapport.core.landing.Snapshot;
import io.rapport.lake.duckdb.SqlText;
import io.rapport.lake.reading.LakeSql;
import io.rapport.model.duckdb.DuckDbRunSession;
import io.rapport.model.engine.LandedRelation;
import io.rapport.model.extract.ExtractError;
import io.rapport.model.extract.ExtractPlan;
import io.rapport.model.extract.LeftOut;
import io.rapport.model.extract.Region;
import io.rapport.model.extract.RegionExtract;
import io.rapport.model.extract.Scope;
import io.rapport.model.sql.Models;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Whose mailboxes are delivered, region by region, and who is left out with which reason. Afterwards the session has a
 * table {@code delivered_mailbox}, where validity could be judged.
 *
 * @param regions rows and mailboxes of each region, as they are to be delivered
 * @param leftOut users in scope whose mailboxes yield nothing
 * @param isChecked whether the directory had landed
 */
record Delivery(Map<String, Share> regions, List<LeftOut> leftOut, boolean isChecked) {

    private static final String UNKNOWN_USER = "Not in the directory";
    private static final String NO_REGION = "Region not known";
    /** What names a folder; anything else in the directory is no region. */
    private static final String CODE = "^[A-Z0-9]{2,10}$";

    /** How many rows are to be delivered; -1 where nobody counted. */
    long rows() {
        return isChecked ? regions.values().stream().mapToLong(Share::rows).sum() : -1;
    }

    /** What one region has. */
    record Share(long mailboxes, long rows) {}

    /** @throws RapportException {@link ExtractError#EXTRACT_SCOPE} or {@link ExtractError#EXTRACT_REGION} */
    static Delivery of(DuckDbRunSession session, ExtractPlan plan, Snapshot snapshot, ExtractSql sql) {
        boolean isDirectoryLanded = !snapshot.files(Datasets.USER).isEmpty();
        if (plan.scope() instanceof Scope.Groups groups) {
            requireGroups(session, groups);
        }
        String owner = ExtractPlan.findOwnerColumn(plan.dataset()).orElse(null);
        if (owner == null || !isDirectoryLanded) {
            if (owner != null && !(plan.scope() instanceof Scope.Everybody)) {
                throw scope("Without a directory nobody can be chosen by group or filter: import User_v1, or connect"
                        + " to the tenant, or extract all users.");
            }
            return new Delivery(Map.of(ownRegion(plan), new Share(0, 0)), List.of(), false);
        }
        session.run("choosing users", "create table scoped_user as " + scoped(plan, snapshot));
        session.run("counting rows", "create table owned_row as " + sql.rowsByOwner(owner));
        session.run("judging mailboxes", verdicts(plan));
        Map<String, Share> landed = shares(session);
        return new Delivery(chosen(session, plan, landed), leftOut(session, plan), true);
    }

    /** Builds the models that know users and groups. */
    static void buildDirectory(DuckDbRunSession session) {
        session.land(LandedRelation.USER);
        session.land(LandedRelation.GROUP);
        session.land(LandedRelation.GROUP_MEMBER);
        Models.extraction().forEach(session::build);
    }

    private static void requireGroups(DuckDbRunSession session, Scope.Groups groups) {
        List<String> missing = groups.ids().stream()
                .filter(id -> session.rows(
                                "select 1 from group_step where lower(group_id) = " + SqlText.literal(id) + " limit 1")
                        .isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            throw scope(missing.stream()
                    .map(id -> "There is no group \"" + id + "\" in the directory that has landed. A group is named"
                            + " by its object id; rapport query \"select id, displayName from GroupDetails_v0\" shows"
                            + " them.")
                    .collect(Collectors.joining("\n")));
        }
    }

    private static String scoped(ExtractPlan plan, Snapshot snapshot) {
        if (plan.scope() instanceof Scope.Groups groups) {
            return "select distinct user_id from group_user where lower(group_id) in ("
                    + groups.ids().stream().map(SqlText::literal).collect(Collectors.joining(", ")) + ")";
        }
        if (plan.scope() instanceof Scope.Filtered filtered) {
            return "select id as user_id from (" + LakeSql.select(snapshot, Datasets.USER) + ") as u where "
                    + FilterSql.of(filtered.filter());
        }
        return "select user_id from directory_user";
    }

    /** One row per user in scope, and for everybody also one per owner of rows that the directory does not know. */
    private static String verdicts(ExtractPlan plan) {
        String own = plan.findTenantRegion().map(Region::name).orElse(RegionExtract.OWN);
        String strangers = plan.scope() instanceof Scope.Everybody
                ? " union all select o.user_id, null, '" + UNKNOWN_USER + "', o.row_count from owned_row as o"
                        + " anti join mailbox_verdict as v on v.user_id = o.user_id"
                : "";
        return "create table judged_mailbox as select v.user_id,"
                + " case when regexp_matches(v.region, '" + CODE + "') then v.region else '" + own
                + "' end as region, v.reason, coalesce(o.row_count, 0) as row_count from mailbox_verdict as v"
                + " semi join scoped_user as s on s.user_id = v.user_id"
                + " left join owned_row as o on o.user_id = v.user_id" + strangers;
    }

    private static Map<String, Share> shares(DuckDbRunSession session) {
        Map<String, Share> shares = new LinkedHashMap<>();
        session.rows("select region, count(*) filter (where row_count > 0), cast(sum(row_count) as bigint)"
                        + " from judged_mailbox where reason is null group by region order by region")
                .forEach(row -> shares.put((String) row.get(0), new Share((Long) row.get(1), (Long) row.get(2))));
        return shares;
    }

    private static Map<String, Share> chosen(DuckDbRunSession session, ExtractPlan plan, Map<String, Share> landed) {
        String only = plan.findRegion().map(Region::name).orElse(null);
        if (only != null && !landed.containsKey(only)) {
            throw new RapportException(ExtractError.EXTRACT_REGION, foreign(only, session, plan));
        }
        session.run(
                "choosing mailboxes",
                "create table delivered_mailbox as select user_id, region from judged_mailbox where reason is null"
                        + (only == null ? "" : " and region = '" + only + "'"));
        if (only != null) {
            return Map.of(only, landed.get(only));
        }
        return landed.isEmpty() ? Map.of(ownRegion(plan), new Share(0, 0)) : landed;
    }

    private static String foreign(String region, DuckDbRunSession session, ExtractPlan plan) {
        TreeSet<String> regions = new TreeSet<>();
        session.rows("select distinct region from mailbox_verdict where reason is null"
                        + " and regexp_matches(region, '" + CODE + "')")
                .forEach(row -> regions.add(String.valueOf(row.get(0))));
        plan.findTenantRegion().ifPresent(own -> regions.add(own.name()));
        return "No valid mailbox " + (plan.scope() instanceof Scope.Everybody ? "" : "in this scope ")
                + "is kept in region " + region + ". "
                + (regions.isEmpty()
                        ? "The directory names no region: say which is the tenant's own, too."
                        : "Regions of this tenant: " + String.join(", ", regions) + ".");
    }

    /** With one region chosen, mailboxes of which nobody knows the region are left out for that. */
    private static List<LeftOut> leftOut(DuckDbRunSession session, ExtractPlan plan) {
        String reason = plan.findRegion().isEmpty()
                ? "reason"
                : "coalesce(reason, case when region = '" + RegionExtract.OWN + "' then '" + NO_REGION + "' end)";
        List<LeftOut> found = new ArrayList<>();
        session.rows("select user_id, " + reason + " as why, row_count from judged_mailbox where " + reason
                        + " is not null order by why, user_id")
                .forEach(row -> found.add(new LeftOut((String) row.get(0), (String) row.get(1), (Long) row.get(2))));
        return found;
    }

    private static String ownRegion(ExtractPlan plan) {
        return plan.findRegion().or(plan::findTenantRegion).map(Region::name).orElse(RegionExtract.OWN);
    }

    private static RapportException scope(String why) {
        return new RapportException(ExtractError.EXTRACT_SCOPE, why);
    }
}
