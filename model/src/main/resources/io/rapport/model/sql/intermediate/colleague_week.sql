-- grain: one row per colleague and counted week with any activity: every metric of one person; never published
-- key: colleague_number, week_number
-- not null: colleague_number, week_number, department, network_inside_count, network_outside_count
-- as: table
-- Shares are in millionths, so that sums of them are whole: both engines then agree to the last digit.
with count_inside as (
    select colleague_number, week_number, count(*) as other_count
    from network_inside
    group by colleague_number, week_number
),

count_outside as (
    select colleague_number, week_number, count(*) as other_count
    from network_outside
    group by colleague_number, week_number
)

select
    a.colleague_number,
    a.week_number,
    m.department,
    a.sent_count,
    a.received_count,
    a.bulk_count,
    case when a.sent_count > 0 then quotient(2000000 * a.outside_count + a.sent_count, 2 * a.sent_count) end
        as outside_millionths,
    case when a.sent_count > 0 then quotient(2000000 * a.after_hours_count + a.sent_count, 2 * a.sent_count) end
        as after_hours_millionths,
    r.double_seconds as reply_double_seconds,
    coalesce(i.other_count, 0) as network_inside_count,
    coalesce(o.other_count, 0) as network_outside_count,
    a.meeting_count,
    a.meeting_seconds,
    a.added_count,
    a.created_count,
    a.modified_count,
    a.deleted_count
from colleague_activity as a
inner join report_week as w on w.week_number = a.week_number
inner join colleague_month as m
    on m.colleague_number = a.colleague_number
        and m.month_start = w.month_start
left join colleague_reply_week as r
    on r.colleague_number = a.colleague_number
        and r.week_number = a.week_number
left join count_inside as i
    on i.colleague_number = a.colleague_number
        and i.week_number = a.week_number
left join count_outside as o
    on o.colleague_number = a.colleague_number
        and o.week_number = a.week_number
