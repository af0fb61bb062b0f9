-- grain: one row per published group and week, with the means over its people
-- key: is_total, department, week_number
-- not null: is_total, department, week_number, people_count, activity_count
-- holds: people_count >= 3
-- as: table
select
    p.is_total,
    p.department,
    p.week_number,
    count(*) as people_count,
    cast(sum(p.sent_count) as bigint) + 3 * cast(sum(p.meeting_count) as bigint) as activity_count,
    cast(cast(sum(p.sent_count) as bigint) as double) / count(*) as sent_mean,
    cast(cast(sum(p.received_count) as bigint) as double) / count(*) as received_mean,
    cast(cast(sum(p.bulk_count) as bigint) as double) / count(*) as bulk_mean,
    cast(cast(sum(p.network_inside_count) as bigint) as double) / count(*) as network_inside_mean,
    cast(cast(sum(p.network_outside_count) as bigint) as double) / count(*) as network_outside_mean,
    cast(cast(sum(p.meeting_count) as bigint) as double) / count(*) as meeting_mean,
    cast(cast(sum(p.added_count) as bigint) as double) / count(*) as added_mean,
    cast(cast(sum(p.created_count) as bigint) as double) / count(*) as created_mean,
    cast(cast(sum(p.modified_count) as bigint) as double) / count(*) as modified_mean,
    cast(cast(sum(p.deleted_count) as bigint) as double) / count(*) as deleted_mean,
    case when count(p.outside_millionths) > 0
        then cast(cast(sum(p.outside_millionths) as bigint) as double) / (1000000 * count(p.outside_millionths))
    end as outside_share,
    case when count(p.after_hours_millionths) > 0
        then cast(cast(sum(p.after_hours_millionths) as bigint) as double)
            / (1000000 * count(p.after_hours_millionths))
    end as after_hours_share,
    cast(cast(sum(p.meeting_seconds) as bigint) as double) / (3600 * count(*)) as meeting_hours_mean,
    cast(min(r.quadruple_seconds) as double) / 240 as reply_minutes
from published_person as p
left join published_reply as r
    on r.is_total = p.is_total
        and r.department = p.department
        and r.week_number = p.week_number
group by p.is_total, p.department, p.week_number
