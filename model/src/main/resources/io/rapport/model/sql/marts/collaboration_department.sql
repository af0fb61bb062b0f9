-- grain: one row per department and counted week, and one per week for all published departments together; what may not
-- be published is null. Withheld are weeks of enough people, of whom a few others have left since
-- key: is_total, department, week_start
-- not null: is_total, department, week_start, is_published, is_withheld, is_holiday
-- holds: (is_published or people_count is null) and not (is_published and is_withheld)
-- as: table
with list_groups as (
    select distinct false as is_total, department from colleague_month
    union all
    select distinct true as is_total, '' as department from colleague_month
)

select
    l.is_total,
    l.department,
    w.week_start,
    g.people_count is not null as is_published,
    not l.is_total and coalesce(s.is_withheld, false) as is_withheld,
    h.week_number is not null as is_holiday,
    g.people_count,
    g.sent_mean,
    g.received_mean,
    g.bulk_mean,
    g.outside_share,
    g.after_hours_share,
    g.reply_minutes,
    g.network_inside_mean,
    g.network_outside_mean,
    g.meeting_mean,
    g.meeting_hours_mean,
    g.added_mean,
    g.created_mean,
    g.modified_mean,
    g.deleted_mean
from list_groups as l
cross join report_week as w
left join published_group as g
    on g.is_total = l.is_total
        and g.department = l.department
        and g.week_number = w.week_number
left join department_size as s
    on s.department = l.department
        and s.week_number = w.week_number
left join holiday_week as h
    on h.is_total = l.is_total
        and h.department = l.department
        and h.week_number = w.week_number
