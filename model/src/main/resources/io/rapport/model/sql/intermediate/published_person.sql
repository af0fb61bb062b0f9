-- grain: one row per colleague and counted week behind a published number, once for the department and once for all
-- departments that are published in that week together
-- key: is_total, colleague_number, week_number
-- not null: is_total, colleague_number, week_number, department
-- as: table
-- What is published of all departments is made of published departments alone: nobody can be found by subtraction.
with find_published as (
    select
        w.colleague_number,
        w.week_number,
        w.department,
        w.sent_count,
        w.received_count,
        w.bulk_count,
        case when s.is_share_published then w.outside_millionths end as outside_millionths,
        case when s.is_share_published then w.after_hours_millionths end as after_hours_millionths,
        case when s.is_reply_published then w.reply_double_seconds end as reply_double_seconds,
        w.network_inside_count,
        w.network_outside_count,
        w.meeting_count,
        w.meeting_seconds,
        w.added_count,
        w.created_count,
        w.modified_count,
        w.deleted_count
    from colleague_week as w
    inner join department_size as s
        on s.department = w.department
            and s.week_number = w.week_number
    where s.is_published
)

select false as is_total, p.*
from find_published as p
union all
select
    true as is_total,
    p.colleague_number,
    p.week_number,
    '' as department,
    p.sent_count,
    p.received_count,
    p.bulk_count,
    p.outside_millionths,
    p.after_hours_millionths,
    p.reply_double_seconds,
    p.network_inside_count,
    p.network_outside_count,
    p.meeting_count,
    p.meeting_seconds,
    p.added_count,
    p.created_count,
    p.modified_count,
    p.deleted_count
from find_published as p
